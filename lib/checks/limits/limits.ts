import { defineCheck, found, skip } from '../../kernel/check.ts';
import { toldSentences } from '../../standards/told-sentences.ts';
import { quoteOf, saidOf } from '../account/shown-text.ts';
import { toldSources as sources } from '../account/sources.ts';

/** Does what Claude showed tell of a limit: of a call, of a result, or of the plan? */
export const limitsCheck = defineCheck({
  topic: 'limits',
  needs: ['claude-shown'],
  codes: {
    'limits.tool-timeout': {
      severity: 'problem',
      confidence: 'likely',
      step: null,
      who: 'author',
      title: 'A tool call ran longer than Claude waits',
      detail:
        'Claude said: “{said}”. On the web and in Claude Desktop a tool call may take 240 seconds (older pages say 300); nobody can raise this there.',
      fix: 'Let the tool answer sooner: do less in one call, split the work into pages, or begin it and offer a second tool that asks for the result.',
      sources: [sources.building, sources.fourMinutes],
    },
    'limits.result-too-large': {
      severity: 'problem',
      confidence: 'possible',
      step: null,
      who: 'author',
      title: 'A tool’s result may be larger than Claude takes',
      detail:
        'Claude said: “{said}”. On the web and in Claude Desktop a result may hold about 150,000 characters, in Claude Code 25,000 tokens unless MAX_MCP_OUTPUT_TOKENS says otherwise.',
      fix: 'Let the tool return less: pages, a filter, or a summary with a way to ask for the rest. Until then, ask Claude for a smaller part.',
      sources: [sources.building, sources.claudeCode],
    },
    'limits.plan-usage': {
      severity: 'note',
      confidence: 'certain',
      step: null,
      who: 'you',
      title:
        '{limit, select, message {The message is too long for this chat; that is no fault of a connector} conversation {The conversation has become too long; that is no fault of a connector} capacity {Claude has too much to do right now; that is no fault of a connector} other {A usage limit of the plan was reached; that is no fault of a connector}}',
      detail:
        'Claude said: “{said}”. {limit, select, message {What is attached to the message counts, and so does what the chat holds already, the descriptions of connected tools included.} conversation {Everything in a conversation counts, the descriptions of connected tools and their results included.} capacity {It passes, and the status page need not tell of it.} other {It comes back by itself at the time that Claude names.}}',
      fix: '{limit, select, message {Shorten the message, attach fewer or smaller files, or begin a new chat. With many connectors, choose On demand there under Tool access.} conversation {Begin a new conversation, and switch off connectors that it does not need.} capacity {Try again in some minutes.} other {Wait until then. Connectors that a chat does not need use up less when they are switched off or loaded on demand.}}',
      sources: [sources.errorMessages],
    },
  },
  evaluate({ 'claude-shown': shown }) {
    const values = { said: quoteOf(shown) };
    const limit = saidOf(shown, ['long-message', 'long-conversation', 'capacity', 'usage', 'overloaded']);
    return [
      saidOf(shown, ['call-too-long']) === null
        ? skip('not-applicable', 'limits.tool-timeout')
        : found('limits.tool-timeout', { subject, values }),
      saidOf(shown, ['result-too-large']) === null
        ? skip('not-applicable', 'limits.result-too-large')
        : found('limits.result-too-large', { subject, values }),
      limit === null
        ? skip('not-applicable', 'limits.plan-usage')
        : found('limits.plan-usage', {
            subject,
            confidence: toldSentences[limit].confidence,
            values: { ...values, limit: limitWords[limit] },
          }),
    ];
  },
});

/** What Claude showed moves no verdict: nothing was seen of the connector itself. */
const subject = { kind: 'account' } as const;

const limitWords = {
  'long-message': 'message',
  'long-conversation': 'conversation',
  capacity: 'capacity',
  usage: 'usage',
  overloaded: 'capacity',
} as const;
