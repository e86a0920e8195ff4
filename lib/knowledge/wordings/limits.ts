import type { limitsQuestions } from '../questions/limits.ts';
import type { Wordings } from '../wording.ts';

export const limitsWordings: Readonly<Record<keyof typeof limitsQuestions, Wordings>> = {
  'time-limits': {
    en: [
      'tool takes too long to answer',
      'timeout limits',
      'how long does claude wait for a tool',
      'how long may a tool call take',
      'what is the time limit of a tool',
      'a tool takes longer than four minutes',
      'increase the timeout',
      'call is cut off after a while',
      'timeout 300 seconds or 240 seconds',
      'how fast must the token endpoint answer',
      'long running tools',
      'set mcp_tool_timeout',
    ],
    de: [
      'es dauert zu lange bis eine antwort kommt',
      'zeitlimit für tools',
      'wie lange wartet claude auf ein tool',
      'tool braucht zu lange',
      'timeout erhöhen',
      'wann bricht claude einen aufruf ab',
    ],
  },
  'size-limits': {
    en: [
      'maximum response size',
      'how large may a tool result be',
      'how big can an answer of my server be',
      'token limit of a tool result',
      'result too long',
      'output is cut off because it is too large',
      'character limit for results',
      'how many tokens may a tool return',
      'my server returns too much data',
      'raise max_mcp_output_tokens',
      'size limit of a tool answer',
    ],
    de: [
      'wie groß darf ein ergebnis sein',
      'maximale größe der antwort',
      'ergebnis zu lang',
      'wie viele tokens darf ein tool zurückgeben',
      'antwort wird abgeschnitten',
    ],
  },
  'number-of-tools': {
    en: [
      'how many tools may a server have',
      'is there a limit on the number of tools',
      'too many tools in one server',
      'how many functions should my connector offer',
      'how fast does an mcp server have to answer',
      'performance requirements',
      'availability and latency of my server',
      'sla for connectors',
      'how quick must my server respond',
    ],
    de: [
      'wie viele tools darf ein server haben',
      'höchstzahl der tools',
      'wie schnell muss mein server sein',
      'anforderungen an leistung und verfügbarkeit',
    ],
  },
};
