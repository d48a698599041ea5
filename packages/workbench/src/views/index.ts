import { lazy } from 'react';
import {
  Activity,
  CalendarDays,
  CircleHelp,
  FileSignature,
  FileText,
  GitCompare,
  Glasses,
  GraduationCap,
  Grid3x3,
  Handshake,
  Landmark,
  ListOrdered,
  Network,
  Newspaper,
  Percent,
  Quote,
  Scale,
  ScanSearch,
  Signpost,
  Table2,
  Users,
  Waypoints,
} from 'lucide-react';
import type { QuestionName } from '@standoff/questions';
import type { ParamsOf } from '../answers/questions.js';
import type { ViewDefinition } from './view.js';

/** A view that is no more than the telling of an answer. */
const told = <Name extends QuestionName>(
  question: Name,
  params?: ParamsOf<Name>,
): ViewDefinition['component'] =>
  lazy(async () => {
    const { toldView } = await import('../tell/told-view.js');
    return { default: await toldView(question, params) };
  });

/** All views, in the order of the navigation within their groups. The first is the first screen. */
export const VIEWS: readonly ViewDefinition[] = [
  {
    id: 'overview',
    title: 'Overview',
    group: 'outcomes',
    icon: Newspaper,
    component: lazy(() => import('./overview/overview.js')),
  },
  {
    id: 'outlook',
    title: 'Outlook',
    group: 'outcomes',
    icon: Waypoints,
    component: lazy(() => import('./outlook/outlook.js')),
  },
  {
    id: 'scenarios',
    title: 'Scenarios',
    group: 'outcomes',
    icon: Signpost,
    component: told('scenarios'),
  },
  {
    id: 'states',
    title: 'States',
    group: 'outcomes',
    icon: Table2,
    component: lazy(() => import('./states/states.js')),
  },
  {
    id: 'preferences',
    title: 'Preferences',
    group: 'outcomes',
    icon: ListOrdered,
    component: lazy(() => import('./preferences/preferences.js')),
  },
  {
    id: 'commitments',
    title: 'Commitments',
    group: 'parties',
    icon: Handshake,
    component: told('commitments'),
  },
  {
    id: 'agreements',
    title: 'Agreements',
    group: 'parties',
    icon: FileSignature,
    component: told('agreements'),
  },
  {
    id: 'factions',
    title: 'Factions',
    group: 'parties',
    icon: Grid3x3,
    component: told('factions'),
  },
  {
    id: 'robustness',
    title: 'Robustness',
    group: 'grounds',
    icon: Percent,
    component: told('robustness'),
  },
  {
    id: 'sensitivity',
    title: 'Sensitivity',
    group: 'grounds',
    icon: Activity,
    component: told('sensitivity'),
  },
  {
    id: 'compare',
    title: 'Compare',
    group: 'change',
    icon: GitCompare,
    component: lazy(() => import('./compare/compare.js')),
  },
  {
    id: 'mediate',
    title: 'Mediation',
    group: 'change',
    icon: Scale,
    component: lazy(() => import('./mediate/mediate.js')),
  },
  {
    id: 'replay',
    title: 'Timeline',
    group: 'grounds',
    icon: CalendarDays,
    component: lazy(() => import('./replay/replay.js')),
  },
  {
    id: 'plausible',
    title: 'Fit',
    group: 'grounds',
    icon: ScanSearch,
    component: lazy(() => import('./plausible/plausible.js')),
  },
  {
    id: 'stakeholders',
    title: 'Stakeholders',
    group: 'parties',
    icon: Users,
    component: told('stakeholders'),
  },
  {
    id: 'coalitions',
    title: 'Coalitions',
    group: 'parties',
    icon: Network,
    component: told('coalitions'),
  },
  {
    id: 'perceive',
    title: 'Perception',
    group: 'parties',
    icon: Glasses,
    component: told('perceive', { level: 2 }),
  },
  {
    id: 'ask',
    title: 'Next question',
    group: 'grounds',
    icon: CircleHelp,
    component: lazy(() => import('./ask/ask.js')),
  },
  {
    id: 'grounds',
    title: 'Grounds',
    group: 'grounds',
    icon: Landmark,
    usesState: true,
    component: lazy(() => import('./grounds/grounds.js')),
  },
  {
    id: 'evidence',
    title: 'Evidence',
    group: 'grounds',
    icon: Quote,
    component: lazy(() => import('./evidence/evidence.js')),
  },
  {
    id: 'lesson',
    title: 'By hand',
    group: 'explain',
    icon: GraduationCap,
    usesState: true,
    component: lazy(() => import('./lesson/lesson.js')),
  },
  {
    id: 'report',
    title: 'Report',
    group: 'explain',
    icon: FileText,
    component: lazy(() => import('./report/report.js')),
  },
];
