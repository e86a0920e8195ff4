import type { CodeOf, PhrasesOf } from './phrases.ts';

/** Codes of a connector's check that speak of the machine from which it was made. */
type OfConnector = `client.${'clock-skew' | 'offline' | 'proxy-failed' | 'tls-interception'}`;

/** What in this browser stands in the way of Claude's own pages. */
export const browserPhrases: PhrasesOf<Exclude<CodeOf<'client'>, OfConnector>> = {
  'client.claude-unreachable': {
    passed: 'The host claude.ai answers outside the page',
    question: 'whether claude.ai answers outside the page',
  },
  'client.directory-unreachable': {
    passed: 'The service behind the directory answers outside the page',
    question: 'whether the service behind the directory answers',
  },
  'client.request-blocked': {
    passed: 'No request that Claude needs was seen to be blocked',
    question: 'whether requests that Claude needs are blocked',
  },
  'client.telemetry-blocked': {
    passed: 'No request that Claude can do without was seen to be blocked',
    question: 'whether requests that Claude can do without are blocked',
  },
  'client.request-redirected': {
    passed: 'No request that Claude needs was seen to be sent elsewhere',
    question: 'whether requests that Claude needs are sent elsewhere',
  },
  'client.headers-altered': {
    passed: 'No header that matters to Claude’s page was seen to be changed',
    question: 'whether something changes what Claude’s page sends or receives',
  },
  'client.page-script-patched': {
    passed: 'The browser’s own functions stand on Claude’s page',
    question: 'whether something replaced the browser’s functions on the page',
  },
  'client.page-elements-hidden': {
    passed: 'No part of Claude’s page was seen to be hidden from outside',
    question: 'whether parts of Claude’s page are hidden from outside',
  },
  'client.extension-suspect': {
    passed: 'No other extension may touch claude.ai',
    question: 'whether other extensions may touch claude.ai',
  },
  'client.extension-culprit': {
    passed: 'Switching extensions off showed none that stands in the way',
    question: 'whether it is an extension, by switching them off and on',
  },
  'client.proxy-controlled': {
    passed: 'No sign that an extension or a failing proxy steers the way',
    question: 'whether an extension or a proxy steers the way',
  },
  'client.cookies-blocked': {
    passed: 'Claude’s page may keep cookies',
    question: 'whether Claude’s page may keep cookies',
  },
  'client.javascript-blocked': {
    passed: 'Claude’s page may run JavaScript',
    question: 'whether Claude’s page may run JavaScript',
  },
  'client.popups-blocked': {
    passed: 'Nothing keeps Claude’s sign-in windows from opening',
    question: 'whether Claude’s sign-in windows may open',
  },
  'client.third-party-cookies-blocked': {
    passed: 'Pages in frames may keep cookies',
    question: 'whether pages in frames may keep cookies',
  },
  'client.service-incident': {
    passed: 'Claude’s status page tells of no incident that concerns this',
    question: 'whether Claude’s status page tells of an incident',
  },
  'client.service-maintenance': {
    passed: 'Claude’s status page tells of no maintenance under way',
    question: 'whether Claude’s status page tells of maintenance',
  },
  'client.network-filter': {
    passed: 'No sign that a filter of this network answers in Claude’s place',
    question: 'whether a filter of this network answers in Claude’s place',
  },
  'client.stale-cache': {
    passed: 'This tab has the code of Claude’s page that the server gives out',
    question: 'whether this tab has an old copy of Claude’s code',
  },
};
