import { say } from '../../lib/i18n/say.ts';
import type { Browser } from 'wxt/browser';
import type { Result } from '../../lib/kernel/result.ts';
import { isFromScreen } from '../../lib/messaging/commands.ts';
import { languageKnown } from './worker-language.ts';

/** Does what one of our own screens asks for, and what nobody else may; what goes wrong is an answer, too. Never rejects. */
export async function answered<T>(
  sender: Browser.runtime.MessageSender,
  command: () => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!isFromScreen(sender)) return { ok: false, problem: say('Only Connector Doctor’s own pages can ask for this.') };
  try {
    await languageKnown();
    return await command();
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: say('The browser did not let Connector Doctor do this: {words}', { words }) };
  }
}
