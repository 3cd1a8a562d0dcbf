// Words by which names are told from places, charities and roles, all in small letters and without accents. They are lists
// of ordinary words, of nobody in particular; to know one more name, add it to the list where it fits.

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

/** First names that are nothing else. */
export const CLEAR_NAMES: ReadonlySet<string> = words(
  "aaliyah aaron abbie abby abdi abdirahman abdul abdullah abdulrahman abena abigail abimbola abiodun abraham adaeze adam adebayo adele adenike aditi aditya adrian adrianna adwoa afia agata agnes " +
    "agnieszka ahmad ahmed aidan aiko aileen ailsa aimee aine aisha aishah aisling aiza ajay akash akosua akua alan alana alasdair alastair albert alec aled alejandra alejandro aleksander aleksandra " +
    "alessandro alex alexander alexandra alexandru alexei alexia alfie alfred ali alice alicia alina alisha alison alistair aliyah allan allison alma almaz alun alwyn alyssa amadou amaka amal amanda " +
    "amandeep amara ameera amelia amelie amina aminata amir amira amit amna amrit amy ana anand anas anastasia anaya andre andrea andreas andrei andrew andrzej andy aneesa aneta angela angelina angharad " +
    "angus anil anisa anish anita anja anjali ann anna annabel annalise anne annette annie annika anoushka ansel anthony anton antonia antonio anu anwar anya aoife archie aretha ariana arif arjun arlene " +
    "arman arnold arthur arun asha ashok asif asma astrid athena atif aubrey audrey aurelia ayaan ayan ayesha ayisha aylin ayo ayodele azra babatunde baljit barbara bartek bartosz beata beatrice beatriz " +
    "beca becca becky behrouz belinda ben benedict benjamin bernadette bernard bernice bertha beth bethan bethany betty bev bhavna biddy bilal bisi bogdan bohdan bola boris bozena bradley brenda brendan " +
    "brian bridget bridie bronagh bronwen bronwyn bruce bryan bryn brynn bukola busola cadi cailean caio caitlin callum calum cameron camilla candice caoimhe cara carina carl carla carlos carmen caroline " +
    "carolyn carrie carys cassandra cassie caterina cathal catherine cathy catriona cecilia cecily celia celine ceri cerys chandra chanel chantelle charlene charles charlie charlotte chaya cheryl chiamaka " +
    "chidi chidinma chika chinedu chinwe chioma chloe chris chrissie christina christine christopher chuka chukwu cian ciara ciaran cillian claire clara clarissa claude claudia clement clive clodagh " +
    "colette colin colleen colm conall connor conor constance consuelo cora corinne cormac cristina cynthia cyril czeslaw dafydd dai daisuke damian damien dan dana daniel daniela danielle danuta daphne " +
    "dara daria darius dariush darren dave david davina davinder dawid debbie deborah debra declan deepa deepak deirdre delia delroy delyth demi denise dennis derek dermot derrick desmond devi dewi dhruv " +
    "diana diane diarmuid dimitri dimitris dinesh divya dmitri dolores dominic dominik dominika donal donald donna dorcas doreen doris dorota dorothy doug duncan dylan dympna eamon eamonn ebony edith " +
    "edmund edna eduardo edward edwin edyta efe efua eileen eilidh eilish eimear einar eirlys elaine eleanor elena eleni eleri elif elijah elin eliot elis eliza elizabete elizabeth ella ellen ellie elliot " +
    "elliott elsa elsie eluned elwyn emeka emilia emily emma emmanuel emrys emyr enid eniola enrique eoin erica esha esme esther ethan ethel euan eugene eugenia eunice eurig eva evan evangeline eve evelyn " +
    "ewa ewan fabian fadumo faisal farah fareed farhan farida farooq farzana fatima fatimah fatou fatoumata faye felicity felix femi ferdinand fergus fernanda fernando ffion fidelma filip filomena finbar " +
    "finlay finley finn fiona fionnuala folake folasade francesca francine francis francisco frankie franklin fraser freda freddie frederick freya funmi gabriel gabriela gabriella gabrielle gail gareth " +
    "garry gary gavin gemma geoff geoffrey george georgina geraint gerald geraldine gerard geri gertrude gethin giles gill gillian gina gintaras giorgio giovanni gita gladys glenda glenys glynis godfrey " +
    "goran gordon graham grainne grazyna greg gregory greta gruffudd gruffydd grzegorz guadalupe guillermo gurdeep gurpreet gwen gwenda gwendoline gwenllian gwilym gwyn gwyneth habib hadiza hafsa haile " +
    "haleema halima halyna hamid hamish hamza hana hanna hannah harbhajan hariet harjinder harjit harmeet harold harpreet harriet harry haruto hasan hassan hayley heidi heledd helen helena helene helga " +
    "henrietta henry herbert hetty hibo hilary hilda hiroshi hiwot hodan howard hubert hugh hugo hui-ling humphrey huw hywel iain ian ibrahim idris iestyn ieuan ifan ifeanyi ifeoma ifrah ignatius igor " +
    "ikechukwu ilona iman imogen imran inderjit inga ingrid ioan ioana ioannis iolo ionela irena irene irina iryna isaac isabel isabella isabelle iseabail ishaan ishmael ismail ivan ivana ivona iwan iwona " +
    "izabela jacek jacinta jackie jacob jacqueline jacqui jadwiga jagdeep jagoda jakub jamal james jamie jamila jana jane janet janice janina janine janusz jared jaroslaw jasmin jason jaspreet jaswinder " +
    "jatinder jayden jayne jean jeanette jeff jeffrey jemima jemma jen jennifer jenny jeremiah jeremy jerome jerzy jesse jessica jessie jiahui jill jillian jim jimmy jitka jo joan joanna joanne joao " +
    "jocelyn jodie joe joel johan johann johanna john johnny jola jolanta jon jonah jonas jonathan jordana jorge josef joseph josephine josh joshua josie jozef juan juanita judith judy julia julian juliana " +
    "julie juliet juliette julita june-anne justin justine justyna ka-ming kaitlin kamal kamala kamaljit kamil kamila karan kareem karen karim karina karl karolina karthik kasia katarzyna kate katerina " +
    "kath katharine katherine kathleen kathryn kathy katie katja katrina katy kavita kayleigh keeley keira keisha keith kelechi kelly kelvin kemi ken kenji kenneth kenny kerensa kerrie kerstin kevin kez " +
    "khadija khadijah khalid khalida kiera kieran kim kimberley kiran kirstie kirstin kirsty klara klaudia kofi kojo krishna kristin kristina kristof krystyna krzysztof kuldeep kulwinder kumar kunle " +
    "kwabena kwaku kwame kwasi kylie lachlan lakshmi laleh lara larissa larry laszlo latisha laura lauren laurence lavinia layla leah leanne leila lena lenka leo leon leona leonard leonora leroy lesley " +
    "leszek leticia letitia lewys liam libby lidia lilian liliana lillian lina linda lindsay linh lionel lisa liz liza lizzie llewellyn llinos lloyd llyr lola loretta lorna lorraine lottie lou louis louisa " +
    "louise lowri lubna luca lucas lucia lucian lucinda lucy luis luiza lukasz luke lwazi lydia lyn lynda lyndsey lynette lynn lynne maciej macsen maddie madeleine madison maeve magda magdalena maggie " +
    "mahmoud mahmud mair mairead mairi maisie malcolm malgorzata malik mandeep mandla mandy manjit manju manpreet manuel mara marcel marcia marcin marco marcos marcus marek margaret margarita margery " +
    "margot maria mariam marian mariana marie marilyn mario marion marisa marjorie marko marlene marlon marta martha martin martina martyn marwa mary maryam mateusz mathew matilda matt matteo matthew maud " +
    "maureen maurice mavis maximilian maxine mbali meena meera megan mehdi mehmet mei-ling meinir melanie melissa melvyn mererid mervyn mhairi mia michael michaela michal michalina michele michelle miguel " +
    "mihai mikael mike mikolaj mildred milena millicent millie milos minh mirela miriam miroslaw misha mitchell moesha mohamed mohammad mohammed mohamud mohan moira mollie molly monica monika morag " +
    "morwenna moses mostafa moustafa muhammad muhammed mulugeta muna murdo muriel murray mustafa myfanwy mykola myra nabil nadeem nadia nadine nafisa naila naima naomi narinder nasim nasir nasreen nasrin " +
    "natalia natalie nataliia natasha nathan nathaniel navdeep naveed nazia neema neha neil nerys nessa ngoc ngozi nguyet nia niall niamh nichola nicholas nick nicky nicola nicolas nicole nigel nikhil niki " +
    "nikita nikola nikolai nikos nilesh nina nisha nita nkechi nneka noah noel noreen norma norman nosipho nuala nuno nuria nusrat obinna octavia odette oisin oksana olaf olamide olayinka oleksandr olena " +
    "olesya olga oliver olivia olu olumide oluwaseun oluwaseyi olwen omar omolola onyeka oonagh orla orlaith oscar osian osman otis otto owain owen pablo padraic padraig padraigin pamela paola paramjit " +
    "parisa parminder parveen patrice patricia patrick patrycja patsy paul paula paulette paulina pauline paulo pavel pawel pedro peggy penelope pete peter petros phil philip philippa philomena phoebe " +
    "phyllis pierre piotr pippa piyush poonam prakash pranav prem priscilla priya priyanka przemyslaw qasim quentin rabia rachael rachel radha radoslaw radu rafael rafal rahima rahul raj rajesh rajinder " +
    "rakesh ralph ramesh ramon rana rania ranjit raphael rashid rashida ravi ravinder raymond razia rebecca reece rees reggie reginald rehana rekha remi renata renee reuben reza rhian rhiannon rhoda rhodri " +
    "rhona rhonda rhydian rhys ria ricardo riccardo richard ricky rina rishi rita rizwan rob robbie robert roberta roberto robyn rochelle roderick rodney rodrigo roger rohan roisin roland romana ronald " +
    "ronan ronnie rory rosalind rosamund rosanna rosemarie rosheen rosie roslyn rowena roxanne roy ruairidh ruaridh rubina rukhsana rupert russell ruth ryan ryszard saba sabah sabina sabrina sadia sadie " +
    "saeed safia sahil sahra saira sajid sakina sakura salim salima sally salma salman sam samantha sameer samina samir samira samson samuel sana sandeep sandra sanjay sanjeev saoirse sara sarah sasha " +
    "satnam savita scott seamus sean sebastian seema selam selina selma seonaid serena sergei sergio seth seun shabana shabnam shahid shaista shakira shamima shane shanice shanti sharon shaun sheena sheila " +
    "shelley shirin shirley shivani shona shreya sian siddharth sigrid silvia simon simone sinead siobhan sion sioned sipho siu-ling sive slawomir snehal sofia solomon sonal sonia sophia sophie sorcha " +
    "spencer stacey stan stanislaw stefan stefania steffan stephanie stephen steve steven stewart stuart sudha sukhdeep suleiman sultana suman sunil sunita supriya surinder susan susanna susannah susie " +
    "suzanne svetlana sybil sylvia sylwia szymon tabitha tadhg tahir tamara tamsin tania tanisha tanya tara taras tariq tasha tatiana tayo tegwen temi tendai terence teresa terry tesfaye tessa thabo " +
    "thandiwe thanh thea thelma theo theodora theodore theresa thiago thomas thulani tiffany tim timothy tina titilayo tobi toby todd tolu tom tomasz tommy tomos toni tony torquil tracey tracy trevor trish " +
    "trisha tristan trudy tuan tudor tunde tyler uchenna ulrike umar una ursula usha usman uzma vaishali valentina valerie vanessa venkat vera vernon veronica veronika vicki vicky vijay vikas vikram viktor " +
    "viktoria vince vincent violeta vishal vivek vivian vivien vladimir volodymyr waheed wale walter wanda waqar warren wayne wendy wieslaw wiktoria wilf wilfred william wilma winifred winston wojciech " +
    "xavier xiaoming ximena yasir yasmeen yasmin yaw yemi yetunde yolanda yonis youssef yuki yulia yusif yusra yusuf yvette yvonne zac zachary zaheer zahid zahida zahra zaina zainab zara zbigniew zeinab " +
    "zeynep zoe zofia zoltan zubair zuleika zuzanna",
);

/** First names that are words too: names in the middle of a sentence. */
export const WORD_LIKE_NAMES: ReadonlySet<string> = words(
  "abe abel ada al amber angel archer art ash augusta bart basil bea beau bill blanche blessing bliss bob bonnie buddy candy carol cat charity chase cherry chip christian clay cliff colt comfort coral " +
    "dale dawn dean dee des destiny dolly dot drew earl ed ernest ernie faith fern finch flora fortune frances frank gene gift ginger glen glenn goldie grace grant gus guy hal hari harmony hattie hazel " +
    "heath heather honey hope hunter ira iris ivor ivy jac jade jan jasmine jay jewel jock joss joy jules justice kay kit lance lark lea lee levi lily lin luna marina mark mason max mei melody mercy mick " +
    "miles mina misty myrtle nan nat ned nell nelly nest non nora nur obi olive ollie opal pam pansy pat patience pearl peg penny perry pierce piers pip poppy precious princess prudence raja ram ray reed " +
    "rex rich rick robin rocky rod ron rosa rose rosemary rowan ruby rusty sage sandy serenity sharma sid skip sky stella su sue sunny tansy ted tiger tilly trinity trinny val verity vi victor viola violet " +
    "viv wade wally wei will willow win winnie wren zen",
);

/** First names that are places or months too: names only where something says so. */
export const PLACE_LIKE_NAMES: ReadonlySet<string> = words(
  "adelaide africa alba albany alexandria april ashley asia august austin autumn avon barry beverley bradford brandon brent brooklyn carlisle chad chelsea chester china clare clifford clifton clyde craig " +
    "cuba dakota dallas denver derwent devon dorset douglas dudley eden elgin ely erin essex florence francia georgia hamilton harley harris havant henley holly humber india indiana iona ireland isla " +
    "israel jack january jersey jordan june kelso kent kenya kerry kimberly kingsley kyle leigh leslie lewis lincoln logan london lorne lourdes lyndon mali malta may mecca medina melbourne mercury milton " +
    "morgan nairn neath nelson newton norfolk paisley paris percy petra preston ripley roman ross rugby rutland sahara savannah scarlett selby severn shannon shelby sidney siena skye stafford stanley " +
    "stirling summer sutton sydney tamar tay tees trent troon troy tuscany tyne tyrone valencia venice verona victoria vienna virginia warwick wells wesley whitney winchester windsor york",
);

/** Surnames, for names whose first part nobody knows. */
export const SURNAMES: ReadonlySet<string> = words(
  "abdi adams addo adebayo adeyemi ahmed akhtar ali allen anderson appiah armstrong asante atkinson bailey baker ball balogun barker barnes barrett bates begum bennett berry bevan beynon bhatti bibi " +
    "bishop boateng booth bowen bradley brooks brown buchanan burns burton butler byrne cameron campbell carr carter chambers chan chapman chaudhry chen cheung chowdhury clark clarke cole collins conteh " +
    "cook cooper costa cox cunningham dasilva davies dawson day desai diallo dixon doherty douglas doyle dube dumitru edwards ellis evans eze farah ferguson fernandes ferreira fisher fletcher foster fox " +
    "francis fraser freeman fuller gallagher garcia gardner george gibson gill goddard gonzalez gordon graham grant gray green griffith griffiths gunn gupta gwynne hall harries harris harrison hart harvey " +
    "hassan hawkins hayes henderson hernandez hill hodgson holmes hopkins horton horvath howard howe howell huang hudson hughes humphreys hunt hunter hussain hussein ionescu iqbal islam ivanov iyer jackson " +
    "jallow james jenkins johnson johnston jones kamara kaminski kaur kelly kennedy khan knight kovacs kovalenko kowalska kowalski lam lane lawrence lawson lee leung lewandowski lewis lin liu llewelyn " +
    "lloyd long lopez lowe lynch macdonald mackenzie maclean macleod mahmood malik marsh marshall martin martinez mason matthews may mccarthy mcdonald mclean mehta mensah meredith miah miller mills " +
    "mitchell mohamud moore morgan morris morrison moyo munro murphy murray nagy ndlovu nguyen nicholson nowak nwosu o'brien o'connor o'neill o'reilly o'sullivan obi ogunleye okafor okonkwo okoye olawale " +
    "oliveira omar osei osman owen owusu palmer parker parry parsons patel pearce pearson pereira perry petrov pham phillips poole popa popescu porter powell price pritchard probert prosser pugh quinn " +
    "qureshi rahman rao reddy rees reid richardson roberts robertson robinson rodriguez rogers rose russell ryan santos saunders scott sesay shah sharma shaw sheikh shevchenko sibanda siddiqui silva " +
    "simpson sinclair singh smith sousa spencer stevens stewart stone sullivan sutherland szabo szymanski taylor thompson thomson tran traore turner uddin urquhart vaughan walker walsh wang ward warsame " +
    "watson webb wells west white wilkinson williams williamson wilson wisniewski wojcik wong wood woods wright wu yang young yusuf zhang zhao zielinski",
);

/** Words that stand in roles; with one of them in it, a short text is taken for a role. */
export const ROLE_WORDS: ReadonlySet<string> = words(
  "admin administrator adviser advisor advocate all ambassadors apprentices assistant board carer carers caretaker centre ceo chair chairman chairperson chairwoman champion chief clients clinical club " +
    "co-chair co-ordinator coach committee comms communications community coo cook cooks coordinator council councillors deputy director directors dpo driver drivers engagement everybody everyone executive " +
    "experience expert experts facilitator families family finance fundraiser fundraising garden group groups guests head helper helpers host hosts hr hub interns involvement it keeper kitchen lead leader " +
    "leaders leads learners lived lunch management manager managers member members mentor mentors neighbours nobody nurse nurses office officer officers operations organiser organisers outreach owner panel " +
    "parents participation partner partners patients peer people person policy president producer programme programmes project projects pupils quality reception receptionist rep representative " +
    "representatives reps researcher residents safeguarding secretary service services staff students subgroup supervisor support team teams tenants trainer trainers treasurer trustee trustees users vice " +
    "volunteer volunteers warden we worker workers young youth",
);

/** Places, most of them British. */
export const KNOWN_PLACES: ReadonlySet<string> = words(
  "aberdare aberdeen abertillery aberystwyth afghanistan africa albania america ammanford anglesey antrim armagh arran asia australia ayr badenoch bala ballymena bangladesh bangor barbados bargoed barnet " +
    "barnsley barra barrow barry bedford belfast berkshire betws birmingham blackburn blackpool blackwood blaenau bolton bradford brazil brecon brent bridgend brighton bristol britain brixton bromley " +
    "buckingham bulgaria burnley bury bute caernarfon caerphilly cambridge camden campbeltown canada canterbury cardiff carlisle carmarthen ceredigion cheshire chile china coed coleraine colombia conwy " +
    "cork cornwall coventry craigmillar croydon cumbria cwmbran cymru cynon cyprus czechia dagenham darlington denbigh derby derry devon dingwall dolgellau doncaster donegal dornoch dorset dover down " +
    "dublin dumfries dundee dunoon durham ealing easterhouse ebbw edinburgh eilean elgin enfield england enniskillen eritrea essex estonia ethiopia europe exeter fermanagh fife flint france galloway galway " +
    "gateshead germany ghana glasgow gloucester gloucestershire gorbals govan greece grimsby gwent gwynedd hackney halifax hamlets hampshire haringey harris harrogate hartlepool hastings haverfordwest " +
    "hereford hertford highland highlands hounslow huddersfield hull humberside hungary india inverness iona ipswich iran iraq ireland islay islington italy jamaica japan jura kendal kent kenya kerry " +
    "kirkwall kosovo kyle lambeth lancashire lancaster latvia leeds leicester leith lerwick lewis lewisham limerick lincoln lincolnshire lisburn lithuania liverpool llandudno llanelli llangefni llangollen " +
    "lochaber lochalsh london londonderry luton machynlleth maesteg mallaig malta manchester mayo merseyside merthyr merton mexico middlesbrough mon mull nairn neath newcastle newham newport newry nigeria " +
    "norfolk northampton norwich nottingham oban oldham omagh orkney oxford paisley pakistan peckham pembroke pembrokeshire penarth perth philippines pilton plymouth poland pontypridd port porthcawl " +
    "porthmadog portree portsmouth portugal powys preston pwllheli reading rhondda rhyl rochdale romania romford rotherham rothesay russia ruthin rutland salford scarborough scotland scunthorpe sheffield " +
    "shetland shropshire siar skipton skye slovakia somalia somerset southampton southwark spain stafford staffordshire stirling stockport stockton stoke stornoway strabane strathspey sudan suffolk " +
    "sunderland surrey sussex sutton swansea syria taf tain talbot tameside teesside thurso tiree tobermory torfaen tottenham tower trafford tredegar trinidad turkey tydfil tyneside tyrone tywyn uist uk " +
    "ukraine ullapool vale vietnam wakefield wales wandsworth warwick warwickshire wearside whitby whitehaven wick wigan wiltshire wirral wolverhampton worcester wrexham ynys york yorkshire ystradgynlais",
);

/** Words that begin with a capital for another reason: days, languages, services, beginnings of sentences. */
export const NO_NAMES: ReadonlySet<string> = words(
  "a about action adults advice african after afternoon again against age agenda agree agreed aldi all almost also although always am among an and anglican annual another answer answers any anybody " +
    "anyone anything april arabic are argos around arts as asda asian ask asked asking at august autumn away back baptist barnardo barnardo's be because been before being below bengali between bible bingo " +
    "black boots both braille brexit bring british brother bsl budget but by cake can cannot canva care carers caribbean catholic centrepoint change changed children chinese choir christians christmas " +
    "church citizens close co-op co-production coffee commission companies coop coproduction cost costs could council councils court courts covid cqc craft crisis dad dance day days deaf december did " +
    "diversity diwali do does doing done doodle down dr drama drop-in dwp each easter easy eid either elders else english enough equality equity european even evening eventbrite ever every everybody " +
    "everyone everyone's everything excel except facebook fares father february few find first five food football for found four french friday from gaelic german get gets give given go god goes going gone " +
    "good google got government gp gps gran great greggs gujarati had half halloween hanukkah has have having he health healthwatch hear held her here hindi hindu hindus his hmrc hold holyrood homeless " +
    "hour hours housing how however i i'd i'll i'm i've if ikea in inclusion instagram international internet into invite irish it italian its january jewish july june just keep kept kurdish last later " +
    "least lent less let lidl like listen little local long look lottery lunch macmillan made mailchimp makaton make many march maybe me meet meeting meetings men mencap mental met methodist microsoft " +
    "might mind mine minister ministers minutes miss monday money month months more morning morrisons mosque most mother mr mrs ms much mum music muslim muslims must mx my national near nearly need never " +
    "new next nhs no nobody nobody's none nor not note notes nothing november now nowhere october of off offer ofsted often old on once one only onto open or other others otherwise our ours out outlook " +
    "over own oxfam paid parliament part passover pay people perhaps person plan plans please point police policy polish portuguese poverty powerpoint prof protestant punjabi put quaker question questions " +
    "quite quiz quran ramadan rather read really recovery regional relate report rethink right roma romanian royal said sainsbury's saint samaritans same saturday say says scope scottish second see seen " +
    "senedd sense september several shall share she shelter should show sikh sikhs since sir sister slack so social somali some somebody someone something sometimes soon spanish spring st staff's start " +
    "still stop strategy such summer sunday take talk talked tamil tea teams tell temple ten tesco than thank thanks that that's the their them then there there's these they they'd they're thing things " +
    "think third this those three through thursday tiktok time times to today together told tomorrow tonight too travel traveller travellers trello trust truth tuesday turkish turning twitter two uk " +
    "ukrainian under until up upon urdu us use used using very walk want was we we're wednesday week weeks wellbeing welsh were westminster what whatsapp when where whether which while white whitsun who " +
    "whose why wi-fi winter with without women won't word world would write year years yes yesterday yet yoga you your youtube zoom",
);

/** Charities and things that bear the name of somebody long known. */
export const NAMED_AFTER: readonly (readonly string[])[] = [
  ["alexander", "technique"],
  ["andrew's"],
  ["aneurin", "bevan"],
  ["anne", "frank"],
  ["anthony", "nolan"],
  ["aunt", "sally"],
  ["barnardo's"],
  ["betsi", "cadwaladr"],
  ["burns", "night"],
  ["cwm", "taf", "morgannwg"],
  ["duke", "edinburgh"],
  ["duke", "of", "edinburgh"],
  ["dylan", "thomas"],
  ["edward's"],
  ["elizabeth", "line"],
  ["ellen", "macarthur"],
  ["emmaus"],
  ["faith", "matters"],
  ["father", "christmas"],
  ["florence", "nightingale"],
  ["grace", "eyre"],
  ["grenfell", "tower"],
  ["helen", "douglas"],
  ["henry", "smith"],
  ["hywel", "dda"],
  ["jack", "petchey"],
  ["jacob's", "ladder"],
  ["jane", "austen"],
  ["jenny", "wren"],
  ["jo", "cox"],
  ["john", "ambulance"],
  ["john", "lewis"],
  ["john", "lyon's"],
  ["john", "muir"],
  ["jolly", "roger"],
  ["joseph", "rowntree"],
  ["jubilee", "line"],
  ["julian", "house"],
  ["katharine", "house"],
  ["leonard", "cheshire"],
  ["lloyds", "bank"],
  ["maggie's"],
  ["margaret", "carey"],
  ["marie", "curie"],
  ["marks", "and", "spencer"],
  ["marks", "spencer"],
  ["martin", "house"],
  ["martin", "luther", "king"],
  ["mary", "seacole"],
  ["mary's", "meals"],
  ["max", "speed"],
  ["mother", "teresa"],
  ["myers", "briggs"],
  ["nelson", "mandela"],
  ["octavia", "hill"],
  ["peter", "bedford"],
  ["peter", "pan"],
  ["plan", "b"],
  ["robert", "burns"],
  ["rosa", "parks"],
  ["royal", "british"],
  ["st", "john"],
  ["stephen", "lawrence"],
  ["sue", "ryder"],
  ["teenage", "cancer"],
  ["terrence", "higgins"],
  ["text", "relay"],
  ["thomas", "pocklington"],
  ["tom", "thumb"],
  ["tommy's"],
  ["toynbee"],
  ["victoria", "line"],
  ["victoria", "sponge"],
  ["william", "sutton"],
  ["winston's", "wish"],
];

/** Words before which a surname stands. */
export const TITLES: ReadonlySet<string> = words(
  "auntie aunty cllr councillor dame dr imam miss mr mrs ms mx prof professor rabbi rev revd reverend sir uncle",
);

/** Words before which somebody's name stands: who is asked, told, thanked or rung. */
export const ASKED: ReadonlySet<string> = words(
  "ask asked asking contact email emailed invite invited message messaged met phone phoned rang remember ring tell text texted thank thanked thanks told",
);

/** The same, with to or with behind it. */
export const ASKED_TO: ReadonlySet<string> = words(
  "listen listened speak spoke spoken talk talked talking write wrote",
);

/** What people do: said of a month, a place or a thing it would be odd. */
export const SAID: ReadonlySet<string> = words(
  "asked asks believes complained cried explained feels felt forgot hates joked knew knows likes loves mentioned rang reckons remembered said says suggested tells thinks thought told wanted wants " +
    "whispered wrote",
);

/** Whose they are is somebody. */
export const RELATIONS: ReadonlySet<string> = words(
  "aunt brother carer dad daughter father friend gran grandad husband mother mum nan neighbour nephew niece partner sister son uncle wife",
);

/** Words that a name can stand behind. */
export const PERSONS: ReadonlySet<string> = words(
  "boy brother carer chair colleague dad daughter father friend girl helper husband lad lady man manager member mother mum neighbour nurse partner resident sister son treasurer trustee volunteer wife " +
    "woman worker",
);

/** What stands before a name that is a place or a saint. */
export const BEFORE_PLACE: ReadonlySet<string> = words(
  "aber ben bryn cae cape castle east ffordd fort glen great heol inver isle king lake little llan llys loch lower maes mount new north pen plas pont port prince princess queen royal saint south st tre " +
    "ty upper west ynys",
);

/** What a name can belong to without a capital: `Bryn Terfel hall`. */
export const BUILDINGS: ReadonlySet<string> = words(
  "café centre chapel church clinic court estate flats hall hospice hospital house hub library lodge park road school street surgery ward",
);

/** What a name can belong to: `Grace Church`. */
export const PLACE_WORDS: ReadonlySet<string> = words(
  "abbey academy act ambulance arms association avenue award awards bakery bank barn bay bridge building cafe cathedral center centre chambers chapel charity church city clinic close club college common " +
    "community cottage cottages council county court crescent cross day docks drive estate farm field fields flats forest foundation fund gallery garden gardens gate green group grove gurdwara hall heights " +
    "hill hills hospice hospital hotel house houses hub inn institute island islands kitchen lane law library line lodge lottery manor meals memorial method mews mill model mosque museum network news " +
    "nursery office park partnership party pharmacy place post press primary priory prize programme project projects quay report review rise road room rooms scale scheme school service services society " +
    "square station stores street suite surgery team temple terrace test theatre times tower towers town trust unit university view villas ward way week wharf wood woods yard",
);
