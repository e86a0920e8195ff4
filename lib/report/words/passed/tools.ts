import type { CodeOf, PhrasesOf } from './phrases.ts';

/** What Claude would see once it is connected. */
export const toolPhrases: PhrasesOf<CodeOf<'tools' | 'apps' | 'server'>> = {
  'tools.list-failed': {
    passed: 'The server lists its tools, where it says that it has any',
    question: 'whether the server can list its tools',
  },
  'tools.none': {
    passed: 'The list of tools did not turn out to be empty',
    question: 'whether the server offers tools',
  },
  'tools.pagination-broken': {
    passed: 'The list of tools was not seen to go on without end',
    question: 'whether the list of tools comes to an end',
  },
  'tools.name-invalid': {
    passed: 'All tool names are such as Claude accepts',
    question: 'whether Claude accepts the names of the tools',
  },
  'tools.name-duplicate': {
    passed: 'No two tools have the same name',
    question: 'whether two tools have the same name',
  },
  'tools.title-missing': {
    passed: 'Every tool has a title',
    question: 'whether every tool has a title',
  },
  'tools.hint-missing': {
    passed: 'Every tool says whether it changes anything',
    question: 'whether every tool says whether it changes anything',
  },
  'tools.hint-conflict': {
    passed: 'No tool says both that it only reads and that it destroys',
    question: 'whether a tool says both that it only reads and that it destroys',
  },
  'tools.hint-contradicts-name': {
    passed: 'No tool marked as only reading is named like one that writes',
    question: 'whether a tool marked as only reading is named like one that writes',
  },
  'tools.description-missing': {
    passed: 'Every tool has a description',
    question: 'whether every tool has a description',
  },
  'tools.description-too-long': {
    passed: 'No description is longer than 2,048 characters',
    question: 'whether a description is longer than 2,048 characters',
  },
  'tools.description-steers-model': {
    passed: 'No text of a tool seems to give Claude orders',
    question: 'whether a text of a tool seems to give Claude orders',
  },
  'tools.catch-all-method': {
    passed: 'No tool seems to send any kind of HTTP request',
    question: 'whether a tool sends any kind of HTTP request',
  },
  'tools.freeform-without-docs': {
    passed: 'No tool seems to take free requests to an unnamed API',
    question: 'whether a tool takes free requests to an unnamed API',
  },
  'tools.schema-invalid': {
    passed: 'Every tool has an input schema without faults inside it',
    question: 'whether the input schemas of the tools are valid',
  },
  'tools.schema-top-level-combinator': {
    passed: 'No input schema has anyOf, oneOf or the like at its top level',
    question: 'whether an input schema has anyOf or the like at its top level',
  },
  'tools.schema-properties-not-object': {
    passed: 'No input schema has “properties” that are no object',
    question: 'whether an input schema has “properties” that are no object',
  },
  'tools.schema-too-large': {
    passed: 'No input schema is larger than 16 KiB',
    question: 'whether an input schema is larger than 16 KiB',
  },
  'tools.schema-property-name-invalid': {
    passed: 'All parameter names are such as Claude accepts',
    question: 'whether Claude accepts the names of the parameters',
  },
  'tools.schema-unresolved-ref': {
    passed: 'No $ref in a schema leads nowhere or to another address',
    question: 'whether a $ref in a schema leads nowhere or to another address',
  },
  'tools.schema-too-deep': {
    passed: 'No input schema is very deep or large',
    question: 'whether an input schema is very deep or large',
  },
  'tools.list-heavy': {
    passed: 'The list of tools is not especially heavy',
    question: 'whether the list of tools is heavy',
  },
  'tools.order-unstable': {
    passed: 'Two listings gave the tools in the same order',
    question: 'whether two listings give the tools in the same order',
  },
  'apps.present': {
    passed: 'No tool shows an interactive app',
    question: 'whether a tool shows an interactive app',
  },
  'apps.resource-missing': {
    passed: 'The interactive apps that were looked at can be loaded',
    question: 'whether the interactive apps can be loaded',
  },
  'apps.mime-wrong': {
    passed: 'No interactive app that was loaded has the wrong media type',
    question: 'whether the interactive apps have the right media type',
  },
  'server.info-incomplete': {
    passed: 'The server says its name and version',
    question: 'whether the server says its name and version',
  },
  'server.instructions-long': {
    passed: 'The server gives no long instructions',
    question: 'whether the server gives long instructions',
  },
};
