import type { BundleEvidence } from '../../kernel/evidence-bundle.ts';
import type { Json } from '../../kernel/json.ts';
import type { Observation } from '../../kernel/observation.ts';
import { flag, list, nullable, number, object, oneOf, text, type Shape } from './shape.ts';

/** What was read of a bundle, of any origin: `crashed` where it is not what it should be. Never throws. */
export function soundBundle(saved: Observation<unknown>): Observation<BundleEvidence> {
  if (saved.status !== 'observed') return saved;
  const { value } = saved;
  return bundleShape(value) ? { status: 'observed', value } : damaged;
}

const damaged: Observation<never> = { status: 'crashed', error: 'the report’s evidence is damaged here' };

const anyJson: Shape<Json> = (value): value is Json => value !== undefined;

const image = object({
  type: text,
  sizes: list(object({ width: number, height: number })),
  bytes: number,
  pixels: nullable(object({ onLight: number, onDark: number, colours: text })),
});

const manifest = object({
  version: nullable(text),
  value: anyJson,
  faults: list(
    object({
      path: text,
      kind: oneOf(
        'json',
        'byte-order-mark',
        'too-large',
        'nested',
        'version',
        'missing',
        'type',
        'unknown-member',
        'choice',
        'url',
        'email',
        'form',
        'other',
      ),
      expected: text,
      given: text,
      problem: text,
      line: nullable(number),
    }),
  ),
  faultCount: number,
});

const bundleShape = object({
  file: text,
  bytes: number,
  fault: nullable(oneOf('empty', 'not-a-zip', 'cut-short', 'damaged', 'too-large', 'unreadable-member')),
  faultMember: nullable(text),
  members: number,
  unpackedBytes: number,
  unsafe: list(
    object({
      name: text,
      why: oneOf(
        'absolute',
        'parent',
        'link',
        'backslash',
        'control-character',
        'detour',
        'windows-name',
        'ratio',
        'size',
        'duplicate',
        'case-clash',
        'file-and-folder',
        'kind-lie',
        'overlap',
        'size-lie',
        'name-lie',
      ),
    }),
  ),
  unsafeCount: number,
  signed: flag,
  manifest: nullable(manifest),
  manifestElsewhere: nullable(text),
  icon: object({
    path: text,
    named: flag,
    state: oneOf('loaded', 'missing', 'remote', 'absolute', 'variable', 'too-large'),
    isPng: flag,
    image: nullable(image),
  }),
  readme: nullable(
    object({ name: text, privacyHeading: nullable(text), privacyUrl: nullable(text), privacyTextLength: number }),
  ),
  hintsInSource: nullable(flag),
}) satisfies Shape<BundleEvidence>;
