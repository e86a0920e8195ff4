import { say } from '../i18n/say.ts';
import type { RenderOptions } from '../report/formats/render-options.ts';
import { isFailOn } from './exit-code.ts';
import { ok, problem, type Read } from './read.ts';
import { isWorkflow, workflowFile } from './workflow.ts';

/** The options that some formats look at, as they were typed. */
export interface RawRenderingOptions {
  readonly failOn?: string;
  readonly location?: string;
}

/** What a report’s formats are told beside the report; nothing that was not said. */
export type Rendering = Pick<RenderOptions, 'failOn' | 'sourceFile'>;

/** Makes sense of the options, or says in one sentence what is wrong with the first that makes none. */
export function readRendering({ failOn, location }: RawRenderingOptions, env: NodeJS.ProcessEnv): Read<Rendering> {
  if (failOn !== undefined && !isFailOn(failOn)) {
    return problem(say('--fail-on takes blocker, problem or warning.'));
  }
  if (location !== undefined && !isWithin(location)) {
    return problem(
      say('--location needs the path of a file within the repository, such as src/server.ts, relative to its root.'),
    );
  }
  const sourceFile = location ?? (isWorkflow(env) ? workflowFile(env) : undefined);
  return ok({ ...(failOn !== undefined && { failOn }), ...(sourceFile !== undefined && { sourceFile }) });
}

/** Code scanning knows files of the repository alone. */
function isWithin(path: string): boolean {
  const parts = path.split(/[\\/]/);
  const isRelative = parts[0] !== '' && !/^[a-z][a-z0-9+.-]*:/i.test(path);
  return isRelative && !parts.includes('..') && path.trim() !== '' && path.length <= 1_000 && !hasControls.test(path);
}

const hasControls = /\p{Cc}/u;
