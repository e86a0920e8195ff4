import { msg } from '../../i18n/say.ts';
import type { FactId } from '../../knowledge/facts.ts';
import type { RequirementGroup, RequirementId } from './readiness-shape.ts';

/** Something that the directory asks for: what is true of it for every connector. */
export interface Requirement {
  readonly group: RequirementGroup;
  /** English, said by whoever shows it. */
  readonly title: string;
  /** What it rests on, with pages and dates. */
  readonly facts: readonly [FactId, ...FactId[]];
}

/** What the directory asks for, by the newest pages that could be read. @see facts.md “Directory submission” */
export const requirements: Readonly<Record<RequirementId, Requirement>> = {
  'https-address': {
    group: 'server',
    title: msg('The server answers at a public https address'),
    facts: ['submission-tests', 'https-only', 'server-must-be-public'],
  },
  'works-in-claude': {
    group: 'server',
    title: msg('Every tool was tried in Claude'),
    facts: ['submission-tests'],
  },
  transport: {
    group: 'server',
    title: msg('It speaks Streamable HTTP'),
    facts: ['transports'],
  },
  'sign-in-type': {
    group: 'server',
    title: msg('People sign in by OAuth with their consent, or no sign-in is needed'),
    facts: ['authentication-types', 'no-machine-to-machine', 'authless-servers'],
  },
  'callback-urls': {
    group: 'server',
    title: msg('The sign-in service takes Claude’s callback addresses'),
    facts: ['callback-address'],
  },
  'tool-list': {
    group: 'tools',
    title: msg('Claude can read the list of tools'),
    facts: ['tool-schema-shape', 'submission-tests'],
  },
  'tool-names': {
    group: 'tools',
    title: msg('Names of tools are valid, have at most 64 characters, and occur once'),
    facts: ['tool-name-length', 'tool-name-pattern'],
  },
  'tool-titles': {
    group: 'tools',
    title: msg('Every tool has a title'),
    facts: ['tool-annotations', 'rejection-reasons'],
  },
  'tool-hints': {
    group: 'tools',
    title: msg('Every tool sets readOnlyHint and destructiveHint'),
    facts: ['tool-annotations', 'rejection-reasons'],
  },
  'read-write-split': {
    group: 'tools',
    title: msg('Reading and writing are separate tools'),
    facts: ['split-read-and-write-tools', 'rejection-reasons'],
  },
  'no-catch-all': {
    group: 'tools',
    title: msg('No tool sends any kind of request'),
    facts: ['split-read-and-write-tools'],
  },
  'api-references': {
    group: 'tools',
    title: msg('Tools that take free requests name the API’s documentation'),
    facts: ['split-read-and-write-tools'],
  },
  'tool-descriptions': {
    group: 'tools',
    title: msg('Descriptions say what a tool does, and give Claude no orders'),
    facts: ['directory-policy-applies'],
  },
  name: {
    group: 'listing',
    title: msg('A name of at most 100 plain characters'),
    facts: ['listing-fields'],
  },
  tagline: {
    group: 'listing',
    title: msg('A one-liner of at most 200 characters'),
    facts: ['listing-fields'],
  },
  description: {
    group: 'listing',
    title: msg('A description of at most 2,000 characters, in Markdown that is safe to show'),
    facts: ['listing-fields', 'listing-markdown'],
  },
  categories: {
    group: 'listing',
    title: msg('One to five categories'),
    facts: ['listing-fields'],
  },
  documentation: {
    group: 'listing',
    title: msg('A page of documentation that answers'),
    facts: ['listing-fields'],
  },
  privacy: {
    group: 'listing',
    title: msg('A privacy policy at an https address that answers'),
    facts: ['listing-fields', 'rejection-reasons'],
  },
  support: {
    group: 'listing',
    title: msg('A contact for support'),
    facts: ['listing-fields'],
  },
  icon: {
    group: 'listing',
    title: msg('An icon to upload with the listing'),
    facts: ['listing-fields', 'directory-icon'],
  },
  slug: {
    group: 'listing',
    title: msg('A short name for the listing’s address, which never changes'),
    facts: ['listing-fields'],
  },
  examples: {
    group: 'listing',
    title: msg('Three examples that work'),
    facts: ['working-examples'],
  },
  screenshots: {
    group: 'listing',
    title: msg('Three to five PNG pictures of the interactive part, at least 1,000 pixels wide'),
    facts: ['listing-pictures'],
  },
  'screenshot-prompts': {
    group: 'listing',
    title: msg('The prompt that leads to each picture'),
    facts: ['listing-pictures'],
  },
  'test-account': {
    group: 'review',
    title: msg('A test account for reviewers, filled with data'),
    facts: ['test-account-needed'],
  },
  plan: {
    group: 'review',
    title: msg('A paid plan of Claude; on Team and Enterprise an Owner submits'),
    facts: ['submission-needs-paid-plan', 'submit-in-portal'],
  },
  'no-money-transfer': {
    group: 'policy',
    title: msg('It moves no money'),
    facts: ['policy-exclusions'],
  },
  'no-media-generation': {
    group: 'policy',
    title: msg('Making images, video or sound with AI is not what it is for'),
    facts: ['policy-exclusions'],
  },
  'no-advertising': {
    group: 'policy',
    title: msg('It shows no advertising'),
    facts: ['policy-exclusions'],
  },
  terms: {
    group: 'policy',
    title: msg('The Software Directory Terms and Policy are accepted'),
    facts: ['submission-acknowledgments', 'directory-policy-applies'],
  },
  acknowledgments: {
    group: 'policy',
    title: msg('The other statements that the form asks to confirm'),
    facts: ['submission-acknowledgments'],
  },
};
