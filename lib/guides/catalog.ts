import type { GuideId } from './guide-id.ts';
import type { Guide } from './guide.ts';
import { consentPageStuck } from './consent-page-stuck.ts';
import { directoryNotLoading } from './directory-not-loading.ts';
import { missingInChat } from './missing-in-chat.ts';
import { reconnect } from './reconnect.ts';
import { signInAgain } from './sign-in-again.ts';

/** Every guide by its id. */
export const guides: Readonly<Partial<Record<GuideId, Guide>>> = {
  reconnect,
  'directory-not-loading': directoryNotLoading,
  'missing-in-chat': missingInChat,
  'sign-in-again': signInAgain,
  'consent-page-stuck': consentPageStuck,
};
