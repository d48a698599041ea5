import { lazy } from 'react';
import {
  CalendarDays,
  CircleHelp,
  FileSignature,
  Glasses,
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
  Table2,
  Users,
  Waypoints,
} from 'lucide-react';
import type { ViewDefinition } from './view.js';

/** All views, in the order of the navigation. The first is the first screen. */
export const VIEWS: readonly ViewDefinition[] = [
  {
    id: 'overview',
    title: 'Overview',
    icon: Newspaper,
    component: lazy(() => import('./overview/overview.js')),
  },
  {
    id: 'outlook',
    title: 'Outlook',
    icon: Waypoints,
    component: lazy(() => import('./outlook/outlook.js')),
  },
  {
    id: 'states',
    title: 'States',
    icon: Table2,
    component: lazy(() => import('./states/states.js')),
  },
  {
    id: 'preferences',
    title: 'Preferences',
    icon: ListOrdered,
    component: lazy(() => import('./preferences/preferences.js')),
  },
  {
    id: 'commitments',
    title: 'Commitments',
    icon: Handshake,
    component: lazy(() => import('./commitments/commitments.js')),
  },
  {
    id: 'agreements',
    title: 'Agreements',
    icon: FileSignature,
    component: lazy(() => import('./agreements/agreements.js')),
  },
  {
    id: 'factions',
    title: 'Factions',
    icon: Grid3x3,
    component: lazy(() => import('./factions/factions.js')),
  },
  {
    id: 'uncertainty',
    title: 'Uncertainty',
    icon: Percent,
    component: lazy(() => import('./uncertainty/uncertainty.js')),
  },
  {
    id: 'mediation',
    title: 'Mediation',
    icon: Scale,
    component: lazy(() => import('./mediation/mediation.js')),
  },
  {
    id: 'timeline',
    title: 'Timeline',
    icon: CalendarDays,
    component: lazy(() => import('./timeline/timeline.js')),
  },
  {
    id: 'fit',
    title: 'Fit',
    icon: ScanSearch,
    component: lazy(() => import('./fit/fit.js')),
  },
  {
    id: 'parties',
    title: 'Stakeholders',
    icon: Users,
    component: lazy(() => import('./parties/parties.js')),
  },
  {
    id: 'coalitions',
    title: 'Coalitions',
    icon: Network,
    component: lazy(() => import('./coalitions/coalitions.js')),
  },
  {
    id: 'perception',
    title: 'Perception',
    icon: Glasses,
    component: lazy(() => import('./perception/perception.js')),
  },
  {
    id: 'ask',
    title: 'Next question',
    icon: CircleHelp,
    component: lazy(() => import('./ask/ask.js')),
  },
  {
    id: 'grounds',
    title: 'Grounds',
    icon: Landmark,
    usesState: true,
    component: lazy(() => import('./grounds/grounds.js')),
  },
  {
    id: 'evidence',
    title: 'Evidence',
    icon: Quote,
    component: lazy(() => import('./evidence/evidence.js')),
  },
];
