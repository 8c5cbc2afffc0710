// An SKP with its parts, and what a new one can begin with.

import type { Workspace } from '#client/workspace/workspace.ts';
import { assignmentOn } from '#shared/people/rules/supervision.ts';
import type { Assignment, Employee } from '#shared/people/tables.ts';
import { byAspect, type Change, contentChanges, contentOf, inOrder, standing } from '#shared/plan/rules/skp-content.ts';
import {
  type Action,
  type Annex,
  type Edition,
  type Expectation,
  editionId,
  type Indicator,
  type Result,
  type Role,
  type Skp,
  type SkpContent,
  type Template,
} from '#shared/plan/tables.ts';
import { planScope } from '#shared/scopes.ts';

export interface ResultParts {
  result: Result;
  indicators: Indicator[];
  /** The superior's result that this one intervenes in, as far as it is known here. */
  parent: Result | undefined;
}

export interface PlanParts {
  results: ResultParts[];
  expectations: Expectation[];
  annexes: Annex[];
  actions: Action[];
  content: SkpContent;
  /** Under revision: the approved edition that is in force, and what differs from it. */
  before: Edition | undefined;
  changes: Change[];
}

export async function loadParts({ rows }: Workspace, skp: Skp): Promise<PlanParts> {
  const key = [skp.scope, skp.id];
  const [allResults, indicators, expectations, annexes, actions, before] = await Promise.all([
    rows('result').where('[scope+skpId]').equals(key).toArray(),
    rows('indicator').where('[scope+skpId]').equals(key).toArray(),
    rows('expectation').where('[scope+skpId]').equals(key).toArray(),
    rows('annex').where('[scope+skpId]').equals(key).toArray(),
    rows('action').where('[scope+skpId]').equals(key).toArray(),
    rows('edition').get([skp.scope, editionId(skp.id, skp.edition - 1)]),
  ]);
  const results = inOrder(standing(allResults));
  const parents = await Promise.all(
    results.map(({ parentId, parentOwnerId }) =>
      parentId && parentOwnerId ? rows('result').get([planScope(parentOwnerId), parentId]) : undefined,
    ),
  );
  const content = contentOf({ results, indicators, expectations, annexes });
  const underRevision = before !== undefined && skp.state !== 'approved';
  return {
    results: results.map((result, index) => ({
      result,
      parent: parents[index],
      indicators: byAspect(indicators.filter(({ resultId }) => resultId === result.id)),
    })),
    expectations,
    annexes: annexes.sort((a, b) => a.createdAt.localeCompare(b.createdAt)),
    actions: actions.sort((a, b) => a.period.localeCompare(b.period) || a.createdAt.localeCompare(b.createdAt)),
    content,
    before: underRevision ? before : undefined,
    changes: underRevision ? contentChanges(before.content, content) : [],
  };
}

export interface OwnPlan {
  /** All of them, the latest first. */
  skps: Skp[];
  /** The one that covers today. */
  today: Skp | undefined;
  post: Assignment | undefined;
  /** The first day of a post that the SKP of today does not know of yet. */
  movedSince: string | null;
  supervisor: Employee | undefined;
  /** The superior's main results. */
  parents: Result[];
  /** What the superior's matrix gives to this person. */
  roles: Role[];
  templates: Template[];
}

export async function loadOwnPlan({ rows, scopes, me, today }: Workspace): Promise<OwnPlan> {
  const date = today();
  const assignments = await rows('assignment').where('[scope+employeeId]').equals([scopes.agency, me]).toArray();
  const post = assignmentOn(assignments, me, date);
  const supervisorId = post?.supervisorId ?? null;
  const theirs = supervisorId ? planScope(supervisorId) : '';
  const [skps, supervisor, parents, roles, templates] = await Promise.all([
    rows('skp').where('[scope+employeeId]').equals([scopes.plan, me]).toArray(),
    supervisorId ? rows('employee').get([scopes.agency, supervisorId]) : undefined,
    rows('result').where('[scope+kind]').equals([theirs, 'utama']).toArray(),
    rows('role').where('[scope+employeeId]').equals([theirs, me]).toArray(),
    rows('template').where('scope').equals(scopes.agency).toArray(),
  ]);
  const covering = skps.find(({ validFrom, validUntil }) => validFrom <= date && date <= validUntil);
  const moved = post && covering && covering.validFrom < post.validFrom && post.validFrom <= date;
  return {
    skps: skps.sort((a, b) => b.validFrom.localeCompare(a.validFrom)),
    today: covering,
    post,
    movedSince: moved ? post.validFrom : null,
    supervisor,
    parents: inOrder(standing(parents)),
    roles,
    templates: templates.sort((a, b) => a.position.localeCompare(b.position)),
  };
}

/** What an SKP of before or a template brings into a new one. */
export async function contentToCopy({ rows }: Workspace, from: Skp | Template): Promise<SkpContent> {
  if (!('skpId' in from) && 'content' in from) return from.content;
  return (await loadParts({ rows } as Workspace, from as Skp)).content;
}
