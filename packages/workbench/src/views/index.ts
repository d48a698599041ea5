import { lazy } from 'react';
import { Newspaper, Quote, Table2, Waypoints } from 'lucide-react';
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
    id: 'evidence',
    title: 'Evidence',
    icon: Quote,
    component: lazy(() => import('./evidence/evidence.js')),
  },
];
