/** Rows of text as a Markdown table that also reads well as it stands. */
export function table(head, rows) {
  const widths = head.map((cell, column) =>
    Math.max(cell.length, ...rows.map((row) => row[column].length)),
  );
  const line = (cells) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(" | ")} |`;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n");
}

export function ms({ median, low, high }) {
  return `${digits(median)} (${digits(low)}-${digits(high)})`;
}

export function times({ median, low, high }) {
  return `${median.toFixed(2)} (${low.toFixed(2)}-${high.toFixed(2)})`;
}

function digits(value) {
  return value < 10 ? value.toFixed(2) : value.toFixed(0);
}
