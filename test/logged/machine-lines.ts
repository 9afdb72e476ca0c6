/** Lines of a function's log that no code of ours writes, each with the reason why it is there. */
export const MACHINE_LINES: readonly { readonly look: RegExp; readonly because: string }[] = [
  {
    look: /^START RequestId: [0-9a-f-]{36} Version: \$LATEST$/,
    because: 'Lambda tells that an invocation begins; AWS writes it as JSON, the emulator so.',
  },
  {
    look: /^END RequestId: [0-9a-f-]{36}$/,
    because: 'Lambda tells that it ended.',
  },
  {
    look: /^REPORT RequestId: [0-9a-f-]{36}\tDuration: \d+ ms\tBilled Duration: \d+ ms\tMemory Size: \d+ MB\tMax Memory Used: \d+ MB$/,
    because: 'Lambda tells what it took.',
  },
  {
    look: /^InvocationFailedError: \w{1,60}: see the log entry "invocation\.failed"$/,
    because: 'Lambda tells why an invocation failed, of which our error says no more than a name.',
  },
  {
    look: /^ {4}at (?:[\w.$<>[\] ]{1,100} \()?(?:file:\/\/|node:)[\w./@-]{1,200}:\d+(?::\d+)?\)?$/,
    because: 'It tells where that was thrown.',
  },
  {
    look: /^\(node:\d+\) \[DEP0169\] DeprecationWarning: `url\.parse\(\)` behavior is not standardized and prone to errors that have security implications\. Use the WHATWG URL API instead\. CVEs are not issued for `url\.parse\(\)` vulnerabilities\.$/,
    because: "The emulator's wrapper around a function reads its endpoint in this way.",
  },
  {
    look: /^\(Use `node --trace-deprecation \.\.\.` to show where the warning was created\)$/,
    because: 'Node ends that warning with it.',
  },
];
