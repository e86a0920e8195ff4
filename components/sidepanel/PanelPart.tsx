import { guides } from '../../lib/guides/catalog.ts';
import { guideIds, type GuideId } from '../../lib/guides/guide-id.ts';
import { say } from '../../lib/i18n/say.ts';
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
  if (route.kind !== 'guide') return <StillPart model={model} actions={actions} route={route} />;
  return <OpenGuide key={route.id} id={route.id} actions={actions} surroundings={surroundings} />;
}

/** Each part but a guide, which works by itself. */
export function StillPart({
  model,
  actions,
  route,
}: {
  readonly model: PanelModel;
  readonly actions: PanelActions;
  readonly route: Exclude<PanelModel['route'], { readonly kind: 'guide' }>;
}) {
  switch (route.kind) {
    case 'home':
      return <PanelHome model={model} actions={actions} />;
    case 'guides':
      return <AllGuides begun={model.begun} />;
    case 'plans':
      return <PlansPart actions={actions} />;
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
    <section aria-labelledby="all-guides" className="grid gap-3">
      <h2 id="all-guides" className="text-lg font-semibold">
        {say('Guides')}
      </h2>
      <GuideList guides={guideIds.map((id) => [id, guides[id]] as const)} begun={begun} />
    </section>
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
