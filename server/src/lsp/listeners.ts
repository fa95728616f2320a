/** Functions to be called when something happens. */
export class Listeners<T> {
  private readonly all: ((value: T) => void)[] = [];

  add(listener: (value: T) => void): void {
    this.all.push(listener);
  }

  call(value: T): void {
    for (const listener of this.all) listener(value);
  }
}
