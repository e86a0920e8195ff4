import { useEffect, useId, useRef, type ReactNode } from 'react';

/** A question that has to be answered before anything else. Escape answers no; the focus goes back where it was. */
export function Dialog({
  title,
  actions,
  onClose,
  children,
}: {
  readonly title: string;
  readonly actions: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => {
      dialog?.close();
    };
  }, []);
  return (
    <dialog
      ref={box}
      aria-labelledby={id}
      onCancel={onClose}
      className="m-auto w-[calc(100%-2rem)] max-w-md rounded-md border border-line bg-surface p-4 text-ink shadow-raised backdrop:bg-[rgb(20_16_12_/_0.45)]"
    >
      <div className="grid gap-3">
        <h2 id={id} className="text-lg font-semibold">
          {title}
        </h2>
        <div className="grid gap-2">{children}</div>
        <div className="flex flex-wrap justify-end gap-2">{actions}</div>
      </div>
    </dialog>
  );
}
