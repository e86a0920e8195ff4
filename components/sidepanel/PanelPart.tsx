import { guides } from '../../lib/guides/catalog.ts';
import type { GuideId } from '../../lib/guides/guide-id.ts';
import type { GuideConnector } from '../../lib/help/guide-life.ts';
import { say } from '../../lib/i18n/say.ts';
import { guideGroups } from '../guide/guide-groups.ts';
import { GuideList } from '../guide/GuideList.tsx';
import { GuidePlayer } from '../guide/GuidePlayer.tsx';
import type { PlayerSurroundings } from '../guide/player-actions.ts';
import { usePlayer } from '../guide/use-player.ts';
import { ExplainPart, PlansPart, QuestionPart, SearchPart } from './HelpParts.tsx';
import { PanelHome } from './PanelHome.tsx';
import type { PanelActions, PanelModel } from './panel-model.ts';

interface PartProps {
  readonly model: PanelModel;
  readonly actions: PanelActions;
  /** What a guide is given to work with. */
  readonly surroundings: Omit<PlayerSurroundings, 'leave'>;
}

/** The part of the panel that its address names. */
export function PanelPart({ model, actions, surroundings }: PartProps) {
  const { route } = model;
  if (route.kind !== 'guide')
    return <StillPart model={model} actions={actions} route={route} connector={surroundings.connector} />;
  return <OpenGuide key={route.id} id={route.id} actions={actions} surroundings={surroundings} />;
}

/** Each part but a guide, which works by itself. */
export function StillPart({
  model,
  actions,
  route,
  connector = { name: null, url: null },
}: {
  readonly model: PanelModel;
  readonly actions: PanelActions;
  readonly route: Exclude<PanelModel['route'], { readonly kind: 'guide' }>;
  /** The connector that is looked at, as far as it is known. */
  readonly connector?: GuideConnector;
}) {
  switch (route.kind) {
    case 'home':
      return <PanelHome model={model} actions={actions} />;
    case 'guides':
      return <AllGuides begun={model.begun} />;
    case 'plans':
      return <PlansPart connector={connector} actions={actions} />;
    case 'question':
      return <QuestionPart id={route.id} actions={actions} />;
    case 'search':
      return <SearchPart text={route.text} actions={actions} />;
    case 'explain':
      return <ExplainPart text={route.text} actions={actions} />;
  }
}

function AllGuides({ begun }: Pick<PanelModel, 'begun'>) {
  return (
    <article aria-labelledby="all-guides" className="grid min-w-0 gap-4">
      <h2 id="all-guides" data-part-title tabIndex={-1} className="text-lg font-semibold">
        {say('Guides')}
      </h2>
      {guideGroups().map(({ title, ids }) => (
        <section key={title} aria-label={say(title)} className="grid min-w-0 gap-2">
          <h3 className="border-b border-line pb-1 font-semibold text-soft">{say(title)}</h3>
          <GuideList guides={ids.map((id) => [id, guides[id]] as const)} begun={begun} />
        </section>
      ))}
    </article>
  );
}

function OpenGuide({
  id,
  actions,
  surroundings,
}: {
  readonly id: GuideId;
  readonly actions: PanelActions;
  readonly surroundings: PartProps['surroundings'];
}) {
  const player = usePlayer(id, {
    ...surroundings,
    leave: () => {
      actions.go({ kind: 'home' });
    },
  });
  return <GuidePlayer model={player.model} actions={player.actions} />;
}
