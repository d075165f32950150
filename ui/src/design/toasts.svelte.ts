/** What a toast offers to do. */
export interface Offer {
  label: string;
  run: () => void | Promise<void>;
}

export interface Toast {
  id: number;
  kind: 'done' | 'problem';
  message: string;
  action?: Offer;
}

/** How long a toast stays, in milliseconds. Problems stay until they are closed. */
const SHOWN_FOR = 6000;

/** The toasts on screen and the clocks that take them away. */
export class ToastList {
  shown = $state.raw<readonly Toast[]>([]);
  #clocks = new Map<number, ReturnType<typeof setTimeout>>();
  #next = 1;

  show(kind: Toast['kind'], message: string, action?: Offer): void {
    const toast: Toast = { id: this.#next++, kind, message, action };
    const others = this.shown.filter((other) => other.message !== message);
    this.shown = [...others, toast];
    this.release(toast);
  }

  close(toast: Toast): void {
    this.hold(toast);
    this.shown = this.shown.filter((other) => other.id !== toast.id);
  }

  hold(toast: Toast): void {
    clearTimeout(this.#clocks.get(toast.id));
    this.#clocks.delete(toast.id);
  }

  release(toast: Toast): void {
    if (toast.kind === 'problem') return;
    this.hold(toast);
    this.#clocks.set(
      toast.id,
      setTimeout(() => this.close(toast), SHOWN_FOR),
    );
  }
}
