/** Loaded before a program, writes its peak memory (resident, in KB) when it ends. */
process.on('exit', () => {
  process.stderr.write(`\npeak ${process.resourceUsage().maxRSS}\n`);
});
