import type { Nodes } from 'hast';
import { toJsxRuntime, type Components } from 'hast-util-to-jsx-runtime';
import type { ComponentProps } from 'react';
import { Fragment, jsx, jsxs } from 'react/jsx-runtime';
import { useMemo } from 'react';

/**
 * A drawing or a sanitized description as elements of the page. What names an address is looked at once more here: links lead to the
 * web and nowhere else, pictures carry their bytes with them.
 */
export function Drawing({ tree }: { readonly tree: Nodes }) {
  return useMemo(() => toJsxRuntime(tree, { Fragment, jsx, jsxs, components, ignoreInvalidStyle: true }), [tree]);
}

const components: Partial<Components> = { a: WebLink, img: OwnPicture };

function WebLink({ href = '', children, className }: ComponentProps<'a'>) {
  if (!isWebAddress(href)) return <span className={className}>{children}</span>;
  return (
    <a href={href} className={className} title={new URL(href).host} target="_blank" rel="noreferrer noopener nofollow">
      {children}
    </a>
  );
}

function OwnPicture({ src, alt, className, width, height }: ComponentProps<'img'>) {
  if (typeof src !== 'string' || !/^data:image\/[a-z+.-]+;base64,/.test(src)) return null;
  return <img src={src} alt={alt ?? ''} className={className} width={width} height={height} draggable={false} />;
}

function isWebAddress(href: string): boolean {
  return URL.canParse(href) && ['https:', 'http:'].includes(new URL(href).protocol);
}
