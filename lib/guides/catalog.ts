import { changeUrlOrCredentials } from './change-url-or-credentials.ts';
import { claudeCode } from './claude-code.ts';
import { consentPageStuck } from './consent-page-stuck.ts';
import { corporateIdentity } from './corporate-identity.ts';
import { customOnFree } from './custom-on-free.ts';
import { directoryNotLoading } from './directory-not-loading.ts';
import { duplicateEntry } from './duplicate-entry.ts';
import { enableForOrganization } from './enable-for-organization.ts';
import { firewall } from './firewall.ts';
import { googleWorkspaceApproval } from './google-workspace-approval.ts';
import type { GuideId } from './guide-id.ts';
import type { Guide } from './guide.ts';
import { iconNotShown } from './icon-not-shown.ts';
import { localServer } from './local-server.ts';
import { memberCannotAdd } from './member-cannot-add.ts';
import { microsoft365Approval } from './microsoft-365-approval.ts';
import { missingInChat } from './missing-in-chat.ts';
import { mobile } from './mobile.ts';
import { privateHost } from './private-host.ts';
import { privateProjects } from './private-projects.ts';
import { reconnect } from './reconnect.ts';
import { reportToSupport } from './report-to-support.ts';
import { signInAgain } from './sign-in-again.ts';
import { slowOrLargeResults } from './slow-or-large-results.ts';
import { toolBlocked } from './tool-blocked.ts';

/** Every guide by its id, in the order of `guideIds`. */
export const guides: Readonly<Record<GuideId, Guide>> = {
  reconnect,
  'directory-not-loading': directoryNotLoading,
  'missing-in-chat': missingInChat,
  'sign-in-again': signInAgain,
  'consent-page-stuck': consentPageStuck,
  'custom-on-free': customOnFree,
  'enable-for-organization': enableForOrganization,
  'member-cannot-add': memberCannotAdd,
  'corporate-identity': corporateIdentity,
  'microsoft-365-approval': microsoft365Approval,
  'google-workspace-approval': googleWorkspaceApproval,
  'tool-blocked': toolBlocked,
  'private-projects': privateProjects,
  mobile,
  'claude-code': claudeCode,
  'local-server': localServer,
  'private-host': privateHost,
  firewall,
  'slow-or-large-results': slowOrLargeResults,
  'icon-not-shown': iconNotShown,
  'duplicate-entry': duplicateEntry,
  'change-url-or-credentials': changeUrlOrCredentials,
  'report-to-support': reportToSupport,
};
