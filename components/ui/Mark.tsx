/** Our own mark: a plug with a pulse line. Drawn in the text’s colour; scripts/draw-icons.ts draws the same for the toolbar. */
export function Mark({ size = 20 }: { readonly size?: number }) {
  return (
    <svg
      aria-hidden
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={markPath} />
    </svg>
  );
}

/** In a square of 16: prongs, body with the pulse line through it, cord. */
export const markPath =
  'M5.25 1.25v3M10.75 1.25v3M2.75 4.25h10.5v3.25a5.25 5.25 0 0 1-10.5 0zM8 12.75v2M4.75 8h1.5l1.1-1.9 1.4 3.3.9-1.4h1.6';
