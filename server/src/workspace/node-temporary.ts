const TEMPORARY = /^\.(.*)\.(\d{1,10})-[\da-f]{12}\.trip-report-tmp$/s;

/** The name of the file that becomes `name` when it is written whole. It tells which process writes it. */
export function temporaryName(name: string): string {
  // The global one is there without loading a module that few who read files need.
  const random = Buffer.from(crypto.getRandomValues(new Uint8Array(6))).toString("hex");
  return `.${name}.${process.pid}-${random}.trip-report-tmp`;
}

/** Whether a file is what a process that was killed left of writing `name`. What this one writes never is. */
export function isLeftOver(file: string, name: string): boolean {
  const [, of, pid] = TEMPORARY.exec(file) ?? [];
  return of === name && Number(pid) !== process.pid && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's may not be asked, but it is there.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
