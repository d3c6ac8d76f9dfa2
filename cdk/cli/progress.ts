/**
 * One line that is written over on a terminal, and one line a step where output is kept
 * (a file, a pipe), each with the seconds since the start.
 */
export function progressLine(out: NodeJS.WriteStream, now: () => number = Date.now) {
  const started = now();
  let shown = '';
  return {
    show(step: string) {
      if (step === shown) return;
      shown = step;
      const line = `${((now() - started) / 1000).toFixed(1).padStart(5)} s  ${step}`;
      out.write(out.isTTY ? `\r\u001b[K${line}` : `${line}\n`);
    },
    end() {
      if (out.isTTY && shown !== '') out.write('\n');
    },
  };
}
