import { lazy } from 'react';
import {
  CalendarDays,
  Grid3x3,
  Handshake,
  Newspaper,
  Percent,
  Quote,
  Scale,
  Table2,
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
    id: 'commitments',
    title: 'Commitments',
    icon: Handshake,
    component: lazy(() => import('./commitments/commitments.js')),
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
    id: 'evidence',
    title: 'Evidence',
    icon: Quote,
    component: lazy(() => import('./evidence/evidence.js')),
  },
];
