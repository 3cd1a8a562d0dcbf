import {
  type ArgumentPlace,
  type CompletionCommand,
  type CompletionOption,
  optionNames,
  withAllBelow,
} from "./tree.ts";

/** For Windows PowerShell 5.1 and PowerShell 7. Files are left to the shell, which offers its own where nothing else fits. */
export function powershellScript(program: CompletionCommand): string {
  return [
    '# Completion of coprod for PowerShell. Made by "coprod completion powershell".',
    "",
    "Register-ArgumentCompleter -Native -CommandName 'coprod', 'coprod.cmd', 'coprod.ps1' -ScriptBlock {",
    "    param($wordToComplete, $commandAst, $cursorPosition)",
    "",
    "    $commands = @{",
    ...withAllBelow(program).flatMap(commandEntry),
    "    }",
    "",
    MACHINERY,
  ].join("\n");
}

function commandEntry({ path, commands, options, places }: CompletionCommand): string[] {
  return [
    `        ${word(path)} = @{`,
    `            Commands = ${list(commands.map(({ name, about }) => entry({ Name: word(name), About: word(about) })))}`,
    `            Options = ${list(options.map(optionEntry))}`,
    `            Places = ${list(places.map((place) => entry(placeFields(place))))}`,
    "        }",
  ];
}

function optionEntry(option: CompletionOption): string {
  const { value, valueOptional, group, repeats, about } = option;
  return entry({
    Names: words(optionNames(option)),
    Group: word(repeats ? "" : group),
    About: word(about),
    Takes: word(value === undefined ? "" : value.many ? "many" : valueOptional ? "maybe" : "one"),
    ...(value === undefined ? { Words: words([]) } : placeFields(value)),
  });
}

function placeFields({ words: offered, many }: ArgumentPlace): Record<string, string> {
  return { Words: words(offered), Many: many ? "$true" : "$false" };
}

function entry(fields: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(fields).map(([name, value]) => `${name} = ${value}`);
  return `@{ ${pairs.join("; ")} }`;
}

function list(entries: readonly string[]): string {
  if (entries.length === 0) return "@()";
  return ["@(", ...entries.map((each) => `                ${each}`), "            )"].join("\n");
}

function words(texts: readonly string[]): string {
  return `@(${texts.map(word).join(", ")})`;
}

// PowerShell also takes curly apostrophes for the end of a text in single quotes.
function word(text: string): string {
  return `'${text.replaceAll(/['\u2018-\u201b]/gu, "$&$&")}'`;
}

const MACHINERY = `    $path = ''
    $count = 0
    $ended = $false
    $pending = $null
    $given = @()
    $before = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object { $_.Extent.EndOffset -lt $cursorPosition } |
        ForEach-Object { $_.Extent.Text })

    foreach ($typed in $before) {
        $isOption = (-not $ended) -and $typed.Length -gt 1 -and $typed.StartsWith('-')
        if ($pending -and ($pending.Takes -eq 'one' -or -not $typed.StartsWith('-'))) {
            if ($pending.Takes -ne 'many') { $pending = $null }
            continue
        }
        $pending = $null
        if ($isOption -and $typed -eq '--') {
            $ended = $true
        }
        elseif ($isOption) {
            $name = ($typed -split '=', 2)[0]
            $option = $commands[$path].Options | Where-Object { $_.Names -ccontains $name } | Select-Object -First 1
            if ($option) {
                $given += $option.Group
                if ($option.Takes -and -not $typed.Contains('=')) { $pending = $option }
            }
        }
        elseif (-not $ended -and $count -eq 0 -and @($commands[$path].Commands | Where-Object { $_.Name -ceq $typed }).Count -gt 0) {
            $path = ($path + ' ' + $typed).Trim()
        }
        else {
            $count += 1
        }
    }

    $current = $commands[$path]
    $offers = @()
    if ($pending -and ($pending.Takes -eq 'one' -or -not $wordToComplete.StartsWith('-'))) {
        $offers = @($pending.Words | ForEach-Object { @{ Text = $_; About = $pending.About } })
    }
    elseif (-not $ended -and $wordToComplete -like '--*=*') {
        $name = ($wordToComplete -split '=', 2)[0]
        $option = $current.Options | Where-Object { $_.Names -ccontains $name } | Select-Object -First 1
        if ($option) {
            $offers = @($option.Words | ForEach-Object { @{ Text = $name + '=' + $_; About = $option.About } })
        }
    }
    elseif (-not $ended -and $wordToComplete.StartsWith('-')) {
        $offers = @($current.Options |
            Where-Object { $_.Group -eq '' -or $given -cnotcontains $_.Group } |
            ForEach-Object { @{ Text = $_.Names[-1]; About = $_.About } })
    }
    else {
        if ($count -eq 0 -and -not $ended) {
            $offers += @($current.Commands | ForEach-Object { @{ Text = $_.Name; About = $_.About } })
        }
        $place = $null
        if ($count -lt $current.Places.Count) { $place = $current.Places[$count] }
        elseif ($current.Places.Count -gt 0 -and $current.Places[-1].Many) { $place = $current.Places[-1] }
        if ($place) { $offers += @($place.Words | ForEach-Object { @{ Text = $_; About = $_ } }) }
    }

    $offers | Where-Object { $_.Text.StartsWith($wordToComplete, [System.StringComparison]::Ordinal) } | ForEach-Object {
        [System.Management.Automation.CompletionResult]::new($_.Text, $_.Text, 'ParameterValue', $_.About)
    }
}
`;
