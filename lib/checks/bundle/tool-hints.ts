import { defineCheck, found, skip } from '../../kernel/check.ts';
import { isJsonObject, stringMember, type Json } from '../../kernel/json.ts';
import { inOneLine } from '../../parsing/one-line.ts';
import { namesOf, theNames } from '../tools/listed-tools.ts';
import { toolSources } from '../tools/sources.ts';
import { bundleSources as sources } from './sources.ts';

/** Do the tools that the manifest declares say somewhere whether they change anything? */
export const toolHintsCheck = defineCheck({
  topic: 'tool-hints',
  needs: ['bundle'],
  codes: {
    'bundle.tool-annotations-missing': {
      severity: 'warning',
      confidence: 'likely',
      step: null,
      who: 'author',
      title: 'The tools probably do not say whether they change anything',
      detail: `The manifest declares {count, plural, one {a tool} other {{count} tools}}: ${theNames}. A manifest has no place for hints; the server gives them with its tools, and neither readOnlyHint nor destructiveHint stands anywhere in the bundle’s source text. Claude goes by these hints when it decides whether to ask before a call, and the directory’s rules want them on every tool.`,
      fix: 'Set “readOnlyHint” and “destructiveHint” in the annotations of every tool in the server’s code, both as true or false, and a “title” in people’s words.',
      sources: [toolSources.review, toolSources.annotations, sources.directoryQuestions],
    },
  },
  evaluate({ bundle: { fault, manifest, hintsInSource } }) {
    if (fault !== null || manifest === null) return [skip('prerequisite', code)];
    const tools = declaredTools(manifest.value);
    if (tools.length === 0) return [skip('not-applicable', code)];
    if (hintsInSource === null) return [skip('prerequisite', code)];
    return hintsInSource ? [] : [found(code, { values: namesOf(tools) })];
  },
});

const code = 'bundle.tool-annotations-missing';

function declaredTools(value: Json): readonly { readonly shown: string }[] {
  const tools = isJsonObject(value) ? value['tools'] : undefined;
  if (!Array.isArray(tools)) return [];
  return (tools as readonly Json[]).map((tool, index) => {
    const name = inOneLine(stringMember(tool, 'name') ?? '', 80);
    return { shown: name === '' ? `#${String(index + 1)}` : name };
  });
}
