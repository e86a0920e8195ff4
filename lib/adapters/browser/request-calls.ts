import type { BackgroundCalls } from '../../messaging/background-calls.ts';
import { authenticationReturn, visitForSignIn } from './authentication-window.ts';
import { lookUpName } from './name-lookup.ts';
import type { RequestRules } from './request-rules.ts';
import type { RequestWatch } from './request-watch.ts';

/** The background's answers to the engine, but for permissions, which are the business of runs. */
export function createRequestCalls(watch: RequestWatch, rules: RequestRules): Omit<BackgroundCalls, 'permission'> {
  return {
    shape: rules.shape,
    async unshape(request) {
      watch.forget(request.marker);
      await rules.unshape(request);
    },
    record: watch.record,
    visit: ({ url }) => visitForSignIn(url),
    redirectUrl: () => Promise.resolve(authenticationReturn()),
    lookup: ({ hostname }) => lookUpName(hostname),
  };
}
