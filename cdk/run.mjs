// `npm start` and the commands of the terminal.
// Plain JavaScript, so that a Node too old for the rest can still say so in one line.
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `FoodSave runs on the Node 22 that npm install puts into node_modules, but this is Node ${process.versions.node}. ` +
      'Run npm install again with install scripts allowed, and start it with npm start.',
  );
  process.exit(1);
}
const PROGRAMS = {
  start: './local/start.ts',
  scan: './cli/scan.ts',
  invoke: './cli/invoke.ts',
  chat: './cli/chat.ts',
  plan: './cli/plan.ts',
  ask: './cli/ask.ts',
  backup: './cli/backup.ts',
  restore: './cli/restore.ts',
  logs: './cli/logs.ts',
  trace: './cli/trace.ts',
};
const command = process.argv[2];
// glibc gives threads memory pools of their own, and what is freed in one serves no other. It reads
// this once, as a process begins; process.execve keeps the process and begins it anew. V8 collects
// garbage with four more threads, which together work longer than one and pay only on idle processors.
if (command === 'start' && process.platform === 'linux' && !process.env.MALLOC_ARENA_MAX) {
  process.execve(
    process.execPath,
    [process.execPath, '--single-threaded-gc', ...process.execArgv, ...process.argv.slice(1)],
    { ...process.env, MALLOC_ARENA_MAX: '1' },
  );
}
import(new URL(PROGRAMS[command], import.meta.url).href);
