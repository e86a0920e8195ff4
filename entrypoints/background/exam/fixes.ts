import { msg, say } from '../../../lib/i18n/say.ts';
import { browser } from 'wxt/browser';
import type { BrowserFix, FixDone, FixRequest } from '../../../lib/interference/exam-state.ts';
import type { Result } from '../../../lib/kernel/result.ts';
import { browserFamily } from '../../../lib/permissions/browser-family.ts';
import { pageNeeds } from '../../../lib/standards/claude-page-needs.ts';
import { claudePage, reloadClaude } from '../tabs/reload-claude.ts';
import { findClaudeTab } from './claude-tab.ts';

/** Does one thing at the person's click. Problems are sentences for people, with what they can do by hand. Never rejects. */
export async function applyFix(request: FixRequest): Promise<Result<FixDone>> {
  try {
    return await fixes[request.fix](request);
  } catch (error) {
    return { ok: false, problem: refusals[request.fix](error instanceof Error ? error.message : String(error)) };
  }
}

const fixes: Readonly<Record<BrowserFix, (request: FixRequest) => Promise<Result<FixDone>>>> = {
  reload,
  'clear-cache': clearCache,
  'private-window': openPrivately,
  'site-settings': openSiteSettings,
  'extension-details': openDetails,
};

/** What is said where the browser does not do it; `words` are its own. */
const refusals: Readonly<Record<BrowserFix, (words: string) => string>> = {
  reload: (words) =>
    say('The browser did not load the tab anew ({words}). Press F5 in the tab with Claude.', { words }),
  'clear-cache': (words) =>
    say(
      'The browser did not clear Claude’s cache ({words}). In the tab with Claude, Ctrl+Shift+R (⌘+Shift+R on a Mac) loads the page past the cache.',
      { words },
    ),
  'private-window': (words) =>
    say(
      'The browser did not open a private window ({words}). Open one yourself from the browser’s menu, and go to claude.ai there; where the menu has none, your organization may have switched them off.',
      { words },
    ),
  'site-settings': (words) =>
    say(
      'The browser did not open its settings for claude.ai ({words}). In the tab with Claude, click the sign at the left of the address, then “Site settings”.',
      { words },
    ),
  'extension-details': (words) =>
    say(
      'The browser did not open the extension’s details ({words}). They are in the browser’s menu under “Extensions”.',
      { words },
    ),
};

const nothingToUndo = msg('Nothing has to be taken back.');

async function reload({ tabId }: FixRequest): Promise<Result<FixDone>> {
  const tab = await findClaudeTab(tabId, true);
  if (tab === null || !(await reloadClaude(tab))) return { ok: false, problem: say(noTabWords) };
  return done(say('Claude’s page is being loaded anew, past the cache.'), say(nothingToUndo));
}

const noTabWords = msg('This tab does not show Claude now. Open claude.ai in it, and try again.');

const origin = new URL(claudePage).origin;

/** Where the page's own files and data come from, as far as the hosts are known by name. */
const cachedOrigins: [string, ...string[]] = [
  origin,
  ...new Set(
    pageNeeds.flatMap(({ host }) => (host.startsWith('*') || origin.endsWith(`/${host}`) ? [] : [`https://${host}`])),
  ),
];

/** Cookies and what the page itself keeps stay, and with them the sign-in. */
async function clearCache({ tabId }: FixRequest): Promise<Result<FixDone>> {
  if (browserFamily() === 'firefox') return { ok: false, problem: say(firefoxCacheWords) };
  if ((browser.browsingData as unknown) === undefined) {
    return { ok: false, problem: say('Clearing Claude’s cache is not allowed yet. Click once more, and allow it.') };
  }
  await browser.browsingData.remove({ origins: cachedOrigins }, { cache: true, cacheStorage: true });
  const tab = await findClaudeTab(tabId, true);
  const isReloaded = tab !== null && (await reloadClaude(tab).catch(() => false));
  return done(
    isReloaded
      ? say(
          'Claude’s cached files were cleared, those of no other site, and its page is being loaded anew. Cookies were left alone, so you are still signed in.',
        )
      : say(
          'Claude’s cached files were cleared, those of no other site. Cookies were left alone, so you are still signed in.',
        ),
    say('Nothing has to be taken back: the browser fetches the files again by itself.'),
  );
}

const firefoxCacheWords = msg(
  'Firefox lets no extension clear the cache of one site alone. In the tab with Claude, press Ctrl+Shift+R (⌘+Shift+R on a Mac): that loads the page past the cache. If that is not enough: menu, “Settings”, “Privacy & Security”, “Clear Data”, and tick only the cached files; that is for all sites, and signs you out nowhere.',
);

/** What it answers does not tell anything: the browser hides private windows from extensions that do not run there. */
async function openPrivately(): Promise<Result<FixDone>> {
  await browser.windows.create({ url: claudePage, incognito: true });
  return done(
    say(
      'Claude was opened in a private window, where most extensions do not run and nothing is cached. Sign in there: if connectors work, something in your usual window is the reason.',
    ),
    say('Close that window; the browser keeps nothing of it.'),
  );
}

async function openSiteSettings(): Promise<Result<FixDone>> {
  if (browserFamily() === 'firefox') return { ok: false, problem: say(firefoxSettingsWords) };
  await browser.tabs.create({
    url: `chrome://settings/content/siteDetails?site=${encodeURIComponent(origin)}`,
  });
  return done(
    say(
      'The browser’s settings for claude.ai are open in a new tab. Claude needs cookies and JavaScript, and pop-ups and redirects for signing in to connectors.',
    ),
    say('To take back what you change there: “Reset permissions” on the same page.'),
  );
}

const firefoxSettingsWords = msg(
  'Firefox opens its settings for a site to nobody but you: in the tab with Claude, click the padlock at the left of the address, and see what is blocked there. For pop-ups: menu, “Settings”, “Privacy & Security”, “Block pop-up windows”, “Exceptions”, and allow https://claude.ai.',
);

async function openDetails({ extensionId }: FixRequest): Promise<Result<FixDone>> {
  if (browserFamily() === 'firefox') return { ok: false, problem: say(firefoxDetailsWords) };
  if (extensionId === null || !/^[a-p]{32}$/.test(extensionId)) {
    return {
      ok: false,
      problem: say('It is not known which extension is meant. The browser lists all of them under “Extensions”.'),
    };
  }
  await browser.tabs.create({ url: `chrome://extensions/?id=${extensionId}` });
  return done(
    say('The extension’s details are open in a new tab: it can be switched off there.'),
    say('The same switches turn it on again.'),
  );
}

const firefoxDetailsWords = msg(
  'Firefox opens its list of extensions to nobody but you: press Ctrl+Shift+A (⌘+Shift+A on a Mac), and choose the extension there.',
);

function done(what: string, undo: string): Result<FixDone> {
  return { ok: true, value: { done: what, undo } };
}
