import type { PageCopy } from '../../kernel/evidence-browser.ts';
import { hiddenElements } from './hidden-elements.ts';
import { compareCopies, type CopyLook } from './page-copy.ts';
import type { PageHand, PolicyRefusal } from './page-answer.ts';
import { fetchFromHere } from './page-probes.ts';
import type { PageWindow } from './page-window.ts';
import { settingsSigns } from './settings-signs.ts';

const mostRefusals = 20;
const nothing: PageCopy = { compared: 0, differing: [], gone: [] };

/** Our hand within a page, from now until it has finished. */
export function pageHand(view: PageWindow): PageHand {
  const ending = new view.AbortController();
  const refused: PolicyRefusal[] = [];
  const noteRefusal = (event: SecurityPolicyViolationEvent): void => {
    const refusal = refusalOf(event);
    if (refusal !== null && refused.length < mostRefusals && !refused.some(isLike(refusal))) refused.push(refusal);
  };
  view.document.addEventListener('securitypolicyviolation', noteRefusal);
  let copying: CopyLook | null = null;
  return {
    signs: settingsSigns(view),
    probe: (probe) => fetchFromHere(view, probe, ending.signal),
    hidden: () => hiddenElements(view).catch(() => []),
    async copy() {
      copying ??= compareCopies(view, ending.signal);
      await copying.done.catch(() => undefined);
    },
    finish() {
      view.document.removeEventListener('securitypolicyviolation', noteRefusal);
      const copy = copying?.soFar() ?? nothing;
      ending.abort();
      for (const link of view.document.querySelectorAll('link[rel="preload"][href*="#cd-"]')) link.remove();
      return { copy, refused };
    },
  };
}

/** Null for what was let through, and for what has no host (`inline`, `eval`). */
function refusalOf({
  disposition,
  effectiveDirective,
  blockedURI,
}: SecurityPolicyViolationEvent): PolicyRefusal | null {
  const host = URL.canParse(blockedURI) ? new URL(blockedURI).host : '';
  return disposition === 'enforce' && host !== '' ? { directive: effectiveDirective, host } : null;
}

function isLike(one: PolicyRefusal): (other: PolicyRefusal) => boolean {
  return ({ directive, host }) => directive === one.directive && host === one.host;
}
