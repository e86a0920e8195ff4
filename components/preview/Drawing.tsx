import type { Nodes } from 'hast';
import { toJsxRuntime, type Components } from 'hast-util-to-jsx-runtime';
import type { ComponentProps } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { useMemo } from 'react';

/**
 * A drawing or a sanitized description as elements of the page. What names an address is looked at once more here: links lead to the
 * web or to a mail, pictures carry their bytes with them.
 */
export function Drawing({
  tree,
  components = usual,
}: {
  readonly tree: Nodes;
  /** `oneLevel` where headings of others stand below one of ours, whatever levels they skip. */
  readonly components?: Partial<Components>;
}) {
  return useMemo(
    () => toJsxRuntime(tree, { Fragment, jsx, jsxs, components, ignoreInvalidStyle: true }),
    [tree, components],
  );
}

const usual: Partial<Components> = { a: OutwardLink, img: OwnPicture };

/** All headings are of the fourth level. */
export const oneLevel: Partial<Components> = { ...usual, h3: 'h4', h5: 'h4', h6: 'h4' };

function OutwardLink({ href = '', children, className }: ComponentProps<'a'>) {
  if (!isOutward(href)) return <span className={className}>{children}</span>;
  return (
    <a href={href} className={className} target="_blank" rel="noreferrer noopener nofollow">
      {children}
    </a>
  );
}

function OwnPicture({ src, alt, className, width, height }: ComponentProps<'img'>) {
  if (typeof src !== 'string' || !/^data:image\/[a-z+.-]+;base64,/.test(src)) return null;
  return <img src={src} alt={alt ?? ''} className={className} width={width} height={height} draggable={false} />;
}

function isOutward(href: string): boolean {
  return URL.canParse(href) && ['https:', 'http:', 'mailto:'].includes(new URL(href).protocol);
}
