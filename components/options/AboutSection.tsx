import { say } from '../../lib/i18n/say.ts';
import { publicResolver } from '../../lib/standards/public-resolver.ts';

/** What leaves this machine, and who made this. */
export function AboutSection({ version }: { readonly version: string }) {
  return (
    <>
      <section aria-labelledby="leaves-title" className="grid gap-2">
        <h2 id="leaves-title" className="text-base font-semibold">
          {say('What leaves this machine')}
        </h2>
        <ul className="grid list-disc gap-1 ps-4 marker:text-soft">
          <li>
            {say(
              'Requests to the connector that you check, to its web site for the icon, and to the hosts that it names for signing in. Your cookies are never sent.',
            )}
          </li>
          <li>
            {say(
              'By your word alone: the connector’s host name to a public resolver ({name}, or the one set above), its domain to Google’s favicon service.',
              { name: publicResolver.name },
            )}
          </li>
          <li>
            {say(
              'By your word alone: what writes at a sign-in service. You see beforehand what is sent and what stays behind.',
            )}
          </li>
          <li>
            {say(
              '“Check this browser” asks Claude’s own hosts for small things that they give to everybody, from Claude’s page and from outside it. By your word alone it asks Claude’s status page as well.',
            )}
          </li>
          <li>
            {say(
              'Nothing else. There is no telemetry, no account and no server of ours; reports leave only when you save or copy them.',
            )}
          </li>
        </ul>
      </section>
      <footer className="grid gap-1 border-t border-line pt-4 text-xs text-soft">
        <p>
          {say('Connector Doctor {version} · MIT licence. The packages that it contains keep their own licences.', {
            version,
          })}
        </p>
        <p>{say('Not affiliated with Anthropic. “Claude” is a trademark of Anthropic.')}</p>
      </footer>
    </>
  );
}
