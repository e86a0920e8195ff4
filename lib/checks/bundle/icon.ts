import { defineCheck, found, skip, type Found, type Outcome } from '../../kernel/check.ts';
import type { BundleIcon } from '../../kernel/evidence-bundle.ts';
import type { Values } from '../../kernel/finding.ts';
import { stringMember } from '../../kernel/json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { bundleSources as sources } from './sources.ts';

type Code = 'bundle.icon-missing' | 'bundle.icon-invalid';

/** Is there a picture for Claude Desktop to show? What the official tool refuses weighs more than what only looks poor. */
export const iconCheck = defineCheck({
  topic: 'icon',
  needs: ['bundle'],
  codes: {
    'bundle.icon-missing': {
      severity: 'warning',
      confidence: 'certain',
      step: null,
      who: 'author',
      title:
        '{named, select, no {The bundle has no icon} other {The icon that the manifest names is not in the bundle}}',
      detail:
        '{named, select, no {The manifest names no icon, and there is no icon.png at the root.} other {The manifest names “{path}”, and the archive holds no such file; capital and small letters count.}} {named, select, yes {The official tool refuses to pack such a bundle.} other {Claude Desktop shows a general picture in its place.}}',
      fix: 'Put a square PNG of 512 × 512 pixels at the root of the bundle as icon.png, and name it in manifest.json: “"icon": "icon.png"”.',
      sources: [sources.manifest, sources.submission],
    },
    'bundle.icon-invalid': {
      severity: 'warning',
      confidence: 'certain',
      step: null,
      who: 'author',
      title:
        '{why, select, remote {The icon is an address on the web} absolute {The icon’s path is an absolute one} variable {The icon’s path has a variable in it} type {The icon is no PNG} damaged {The icon is no picture that can be read} shape {The icon is not square} small {The icon is smaller than 256 pixels} other {The icon is too large to be looked at}}',
      detail:
        '{why, select, remote {The manifest names “{path}”. Claude Desktop shows only files of the bundle.} absolute {The manifest names “{path}”, which no other computer has. The official tool refuses to pack such a bundle.} variable {The manifest names “{path}”, and nothing fills in variables there. The official tool refuses to pack such a bundle.} type {“{path}” {type, select, none {is no picture that is known here} other {is {type} by its bytes, whatever its name says}}. {named, select, yes {The official tool refuses to pack such a bundle} other {Claude Desktop shows PNG}}.} damaged {“{path}” begins like a PNG and breaks off, or has no size.} shape {“{path}” has {width} × {height} pixels: where icons are square, it is cut or drawn small.} small {“{path}” has {width} × {height} pixels; 512 × 512 are recommended, and below 256 it looks blurred.} other {“{path}” has more than 8 MiB.}}',
      fix: '{why, select, absolute {Name it by its path within the bundle: “"icon": "icon.png"”.} variable {Name it by its path within the bundle: “"icon": "icon.png"”.} remote {Put the picture into the bundle, and name it by its path: “"icon": "icon.png"”.} other {Use a square PNG of 512 × 512 pixels.}}',
      sources: [sources.manifest, sources.submission],
    },
  },
  evaluate({ bundle: { fault, icon, manifest } }) {
    if (fault !== null) return [skip('prerequisite', 'bundle.icon-missing', 'bundle.icon-invalid')];
    return judged(icon, stringMember(manifest?.value, 'icon') !== undefined);
  },
});

/** The official tool looks at “icon” alone, not at “icons”, and refuses what is named there wrongly. */
function judged(icon: BundleIcon, isLookedAt: boolean): readonly Outcome<Code>[] {
  const named = isLookedAt ? 'yes' : icon.named ? 'list' : 'no';
  const shown = { path: inOneLine(icon.path, 120), named };
  const refused = isLookedAt ? { severity: 'problem' as const } : {};
  switch (icon.state) {
    case 'missing':
      return [
        found('bundle.icon-missing', { values: shown, ...refused }),
        skip('not-applicable', 'bundle.icon-invalid'),
      ];
    case 'remote':
    case 'too-large':
      return [wrong(icon.state, shown)];
    case 'absolute':
    case 'variable':
      return [wrong(icon.state, shown, refused)];
    case 'loaded':
      return loaded(icon, shown, refused);
  }
}

function loaded(
  { image, isPng }: BundleIcon,
  shown: Values,
  refused: { readonly severity?: 'problem' },
): readonly Outcome<Code>[] {
  if (!isPng) return [wrong('type', { ...shown, type: image?.type ?? 'none' }, refused)];
  const size = image?.sizes[0];
  if (size === undefined) return [wrong('damaged', shown)];
  const { width, height } = size;
  if (width !== height) return [wrong('shape', { ...shown, width, height })];
  return width < smallest ? [wrong('small', { ...shown, width, height })] : [];
}

/** Pixels. */
const smallest = 256;

function wrong(
  why: string,
  values: Values,
  rest: { readonly severity?: 'problem' } = {},
): Found<'bundle.icon-invalid'> {
  return found('bundle.icon-invalid', { values: { type: 'none', width: 0, height: 0, ...values, why }, ...rest });
}
