import type { Question } from '../question.ts';

/** What becomes of data, and the duties of those who run a server. */
export const dataQuestions = {
  'data-that-anthropic-collects': {
    number: 8,
    question: 'What data does Anthropic collect from connectors?',
    alsoAsked: ['What telemetry does Anthropic collect from MCP tool calls?', 'Telemetry'],
    answer:
      'As far as we could read: what goes into a tool call, that is its parameters and data, and what the server answers. The pages that say so are from early 2026 or older, so look at the privacy policy as well. For Google’s connectors it is written that what they fetch is kept with the chat and goes with it. The way there is encrypted, and the connected service works under its own terms.',
    steps: [],
    places: ['privacy-policy', 'connectors-faq'],
    guides: [],
    facts: ['tool-call-data-collected', 'google-data-kept-with-chat', 'transfers-encrypted', 'third-party-processing'],
    isAnswered: true,
  },
  'training-on-connector-data': {
    number: 9,
    question: 'Does Anthropic train on my connector’s data?',
    alsoAsked: ['Is MCP data used for training Claude models?', 'Is it used for training?'],
    answer:
      'On Free, Pro and Max only if you have agreed to it; on Team and Enterprise not at all. The pages that say so are from early 2026 or older, so look at the privacy policy as well.',
    steps: [],
    places: ['privacy-policy', 'connectors-faq'],
    guides: [],
    facts: ['training-opt-in'],
    isAnswered: true,
  },
  'server-sees-plan': {
    number: 43,
    question: 'Can MCP servers identify which Claude SKU the user is on?',
    alsoAsked: ['Can servers see the plan (SKU)?'],
    answer: 'No, a server cannot tell whether somebody uses Free, Pro, Max, Team or Enterprise.',
    steps: [],
    places: ['connectors-faq'],
    guides: [],
    facts: ['plan-not-visible'],
    isAnswered: true,
  },
  'agreements-and-data-protection': {
    number: 44,
    question: 'What does “Data Processing Agreement URL” mean, and what about GDPR, terms and geography?',
    alsoAsked: [
      'What does ‘Data Processing Agreement URL’ mean in the submission form?',
      'Where can I find the MCP Directory Terms of Service and data policies?',
      'What are data protection (e.g. GDPR, CCPA, LGPD) compliance requirements for MCP servers?',
      'Are connectors available globally? Can we restrict by geography?',
    ],
    answer:
      'Give the address of your company’s usual agreement on data processing; it need not mention MCP. Requests under the GDPR and similar laws are yours to answer, since you run the server. What Anthropic asks of you stands in the Software Directory Terms and Policy. A connector cannot be limited to countries, but its description can say for whom it is.',
    steps: [],
    places: ['directory-terms', 'directory-policy'],
    guides: [],
    facts: [
      'own-data-processing-agreement',
      'data-protection-duties',
      'directory-policy-applies',
      'no-geographic-limit',
    ],
    isAnswered: true,
  },
  'rate-limits-and-floods': {
    number: 37,
    question: 'How can we implement per-user rate limiting without OAuth?',
    alsoAsked: [
      'Per-user rate limits without OAuth',
      'Does Claude provide rate limiting or DDoS protection for MCP servers?',
      'DDoS protection',
    ],
    answer:
      'You cannot: without OAuth the server does not know who asks, so there is one limit for all, or a list of allowed addresses. Claude does not limit requests for you either, nor does it hold back floods of them; both are up to the server.',
    steps: [],
    places: ['building-docs'],
    guides: [],
    facts: ['per-person-limits-need-oauth', 'no-rate-limits-by-claude', 'no-identity-without-oauth'],
    isAnswered: true,
  },
} as const satisfies Readonly<Record<string, Question>>;
