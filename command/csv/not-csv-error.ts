/** A file is not CSV as RFC 4180 has it; `line` is where, from 1. */
export class NotCsvError extends Error {
  override readonly name = 'NotCsvError';
  readonly line: number;

  constructor(line: number, fault: string) {
    super(`line ${line}: ${fault}`);
    this.line = line;
  }
}
