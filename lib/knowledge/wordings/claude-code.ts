import type { claudeCodeQuestions } from '../questions/claude-code.ts';
import type { Wordings } from '../wording.ts';

export const claudeCodeWordings: Readonly<Record<keyof typeof claudeCodeQuestions, Wordings>> = {
  'connectors-in-claude-code': {
    en: [
      'do connectors work in claude code',
      'use my connectors in the terminal',
      'use claude.ai integrations on the command line',
      'does claude code know my connectors',
      'are connectors shared with claude code',
      'connectors in the cli',
      'are my apps there in claude code too',
      'claude code with my account connectors',
      'same connectors in claude code as on the web',
    ],
    de: [
      'funktionieren connectors in claude code',
      'connectors im terminal benutzen',
      'kennt claude code meine connectors',
      'connectors auf der kommandozeile',
    ],
  },
  'local-servers-and-logs': {
    en: [
      'local mcp server in claude code',
      'where are the logs of local servers',
      'log files of claude desktop',
      'find the mcp log',
      'how do I offer a desktop extension for claude code',
      'debugging a local mcp server with its logs',
      'observability of local servers',
      'plugin marketplace of claude code',
      'how do I see what a local server logged',
    ],
    de: [
      'wo sind die logdateien lokaler server',
      'protokolle von claude desktop finden',
      'lokaler server in claude code',
    ],
  },
};
