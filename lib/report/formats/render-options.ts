import type { Severity } from '../../kernel/finding.ts';
import type { TextOptions } from './text-page.ts';

/** The mildest finding that counts as a failure. */
export type FailOn = Exclude<Severity, 'note'>;

/** What renderers may be told; each looks at what concerns it. */
export interface RenderOptions extends TextOptions {
  /** JUnit: what fails. Without it, blockers and problems do. */
  readonly failOn?: FailOn | undefined;
  /** SARIF: the file of the repository that the connector belongs to, relative to its root. */
  readonly sourceFile?: string | undefined;
}
