import { msg, say } from '../../lib/i18n/say.ts';
import { browser, type Browser } from 'wxt/browser';
import { checkHash, textOfLink, textOfSelection } from '../../lib/page/way-in.ts';
import { readTypedTarget } from '../../lib/parsing/typed-target.ts';
import { browserFamily } from '../../lib/permissions/browser-family.ts';
import { handText } from '../../lib/storage/handed-text.ts';
import { readRunStates } from '../../lib/storage/run-states.ts';
import { languageKnown, onLanguage } from './worker-language.ts';

const menus = [
  { id: 'check-link', title: msg('Check this connector'), contexts: ['link'] },
  { id: 'check-selection', title: msg('Check this connector'), contexts: ['selection'] },
  { id: 'open-beside', title: msg('Open beside this page'), contexts: ['action'] },
] as const;

const mostSuggestions = 5;

/** Menus and the word `connector` in the address bar. To be called synchronously when the background starts. */
export function startWaysIn(): void {
  const makeMenus = createMenuMaker();
  browser.runtime.onInstalled.addListener(makeMenus);
  // The browser keeps them, and may have another language by now.
  browser.runtime.onStartup.addListener(makeMenus);
  onLanguage(makeMenus);
  browser.contextMenus.onClicked.addListener((click, tab) => void takeClick(click, tab));
  browser.omnibox.onInputStarted.addListener(() => void suggestCheck());
  browser.omnibox.onInputChanged.addListener((typed, suggest) => void suggestions(typed).then(suggest));
  browser.omnibox.onInputEntered.addListener((typed, disposition) => void openDoctor(typed, disposition));
}

/** Menus are made one time after the other: two at once would make each twice. */
function createMenuMaker(): () => void {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(makeMenus, makeMenus);
  };
}

async function makeMenus(): Promise<void> {
  await languageKnown();
  await browser.contextMenus.removeAll();
  for (const { id, title, contexts } of menus) {
    browser.contextMenus.create({ id, title: say(title), contexts: [...contexts] });
  }
}

async function suggestCheck(): Promise<void> {
  await languageKnown();
  await browser.omnibox.setDefaultSuggestion({ description: say('Check the connector at this address') });
}

/** The doctor page comes with the address filled in: only a click there may ask for the permission. */
function takeClick(click: Browser.contextMenus.OnClickData, tab: Browser.tabs.Tab | undefined): Promise<void> {
  if (click.menuItemId === 'open-beside') return openBeside(tab);
  const text =
    click.menuItemId === 'check-link' ? textOfLink(click.linkUrl ?? '') : textOfSelection(click.selectionText ?? '');
  return openDoctor(text, 'newForegroundTab', tab);
}

type Disposition = 'currentTab' | 'newForegroundTab' | 'newBackgroundTab';

async function openDoctor(text: string, disposition: `${Disposition}`, beside?: Browser.tabs.Tab): Promise<void> {
  const url = `${location.origin}/doctor.html${await hashOf(text)}`;
  if (disposition === 'currentTab') await browser.tabs.update({ url });
  else {
    await browser.tabs.create({
      url,
      active: disposition === 'newForegroundTab',
      ...(beside === undefined ? {} : { index: beside.index + 1 }),
    });
  }
}

/** What is secret in a text must not stand in the browser's history: such a text goes to the page by another way. */
async function hashOf(text: string): Promise<string> {
  const shown = readTypedTarget(text).typed.text;
  return checkHash(shown, shown === text ? null : await handText(text));
}

/** Must be called within the click: browsers open their side panel for a gesture alone. Firefox has a sidebar in its place. */
async function openBeside(tab: Browser.tabs.Tab | undefined): Promise<void> {
  const { sidebarAction } = browser as typeof browser & { readonly sidebarAction?: { open(): Promise<void> } };
  if (sidebarAction) await sidebarAction.open();
  else if (tab !== undefined) await browser.sidePanel.open({ windowId: tab.windowId });
}

/** Connectors that were checked on this machine and fit what is typed, the newest first. */
async function suggestions(typed: string): Promise<Browser.omnibox.SuggestResult[]> {
  const wanted = typed.trim().toLowerCase();
  const urls = (await readRunStates()).flatMap(({ url }) => (url?.toLowerCase().includes(wanted) ? [url] : []));
  return [...new Set(urls)].slice(0, mostSuggestions).map((url) => ({ content: url, description: described(url) }));
}

/** Chromium reads descriptions as XML, Firefox as they are. */
function described(url: string): string {
  if (browserFamily() === 'firefox') return url;
  return url.replace(/[&<>"']/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
