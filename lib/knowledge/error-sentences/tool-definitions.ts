import { guessBySentence } from '../../standards/claude-page-guesses.ts';
import type { ErrorSentence } from '../error-sentence.ts';

/** Claude does not take a tool as one of the connected servers describes it. */
export const toolDefinitions = {
  'tool-name-pattern': {
    shown: 'tools.<N>.FrontendRemoteMcpToolDefinition.name: String should match pattern ‘^[a-zA-Z0-9_-]{1,64}$’',
    phrases: ['frontendremotemcptooldefinition.name: string should match', 'frontendremotemcptooldefinition.name'],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile', 'cowork'],
    step: 11,
    meaning: guessBySentence['tool-name'].meaning,
    causes: [
      {
        code: 'tools.name-invalid',
        likelihood: 'usual',
        why: 'Claude checks tools’ names itself; the number in the message is the tool’s place in the list of all connected servers together.',
      },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/57813'],
  },
  'tool-properties-not-an-object': {
    shown: 'tools.<N>.FrontendRemoteMcpToolDefinition.input_schema.properties: Input should be a valid dictionary',
    phrases: [
      'frontendremotemcptooldefinition.input_schema.properties',
      'input_schema.properties: input should be a valid dictionary',
    ],
    otherLanguages: {},
    surfaces: ['web', 'desktop', 'mobile', 'cowork'],
    step: 11,
    meaning: guessBySentence['tool-properties'].meaning,
    causes: [
      {
        code: 'tools.schema-properties-not-object',
        likelihood: 'usual',
        why: 'An empty list of inputs is often sent as an array where an object is meant.',
      },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/57813'],
  },
  'tool-schema-combinator': {
    shown:
      'API Error: 400 tools.<n>.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level',
    phrases: ['input_schema does not support oneof, allof, or anyof at the top level'],
    otherLanguages: {},
    surfaces: ['claude-code'],
    step: 11,
    meaning: guessBySentence['tool-combinator'].meaning,
    causes: [
      {
        code: 'tools.schema-top-level-combinator',
        likelihood: 'usual',
        why: 'A tool’s input is described by oneOf, allOf or anyOf instead of by a list of properties.',
      },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/64113'],
  },
  'tool-property-name': {
    shown: 'tools.<n>.custom.input_schema.properties: Property keys should match pattern ‘^[a-zA-Z0-9_.-]{1,64}$’',
    phrases: ['input_schema.properties: property keys should match', 'property keys should match pattern'],
    otherLanguages: {},
    surfaces: ['claude-code'],
    step: 11,
    meaning: guessBySentence['tool-property-name'].meaning,
    causes: [
      {
        code: 'tools.schema-property-name-invalid',
        likelihood: 'usual',
        why: 'An input’s name holds other characters than letters, digits, “_”, “.” and “-”, or is too long.',
      },
    ],
    guides: ['report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/79418'],
  },
  'conversation-not-found': {
    shown: 'This conversation could not be found',
    phrases: ['this conversation could not be found'],
    otherLanguages: {},
    surfaces: ['web', 'desktop'],
    step: 11,
    meaning:
      'Reports tell of this together with a message about a tool’s name: one tool that Claude does not accept can break a conversation. By itself it may also mean that the conversation is gone.',
    causes: [
      {
        code: 'tools.name-invalid',
        likelihood: 'common',
        why: 'Where it was traced, one of the connected servers had a tool with a forbidden name.',
      },
      {
        code: 'tools.schema-properties-not-object',
        likelihood: 'rare',
        why: 'A tool’s description of another kind that Claude refuses has the same effect.',
      },
    ],
    guides: ['missing-in-chat', 'report-to-support'],
    isConnectorFault: true,
    sources: ['https://github.com/anthropics/claude-code/issues/57813'],
  },
} as const satisfies Readonly<Record<string, ErrorSentence>>;
