import { useMemo, type CSSProperties } from 'react';
import { descriptionTree } from '../../lib/preview/listing/description-tree.ts';
import { Drawing, oneLevel } from './Drawing.tsx';

/** Markdown of an author or a server, sanitized and drawn. */
export function DescriptionText({ markdown }: { readonly markdown: string }) {
  const tree = useMemo(() => descriptionTree(markdown), [markdown]);
  return (
    <div className="cd-preview" style={ourColours}>
      <div dir="auto" translate="no" className="cd-markdown">
        <Drawing tree={tree} components={oneLevel} />
      </div>
    </div>
  );
}

/** The drawing has colours of its own, of the theme that its frame names; here it stands in ours. */
const ourColours = {
  colorScheme: 'inherit',
  '--cd-ground': 'transparent',
  '--cd-well': 'var(--color-well)',
  '--cd-ink': 'var(--color-ink)',
  '--cd-soft': 'var(--color-soft)',
  '--cd-line': 'var(--color-line)',
  '--cd-edge': 'var(--color-edge)',
  '--cd-accent': 'var(--color-accent)',
} as CSSProperties;
