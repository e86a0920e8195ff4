/** Says what has changed to screen readers, when they next pause. Keep it mounted: a region that appears with its text is not read. */
export function LiveRegion({ text }: { readonly text: string }) {
  return (
    <div role="status" aria-live="polite" aria-atomic="true" className="sr-only">
      {text}
    </div>
  );
}
