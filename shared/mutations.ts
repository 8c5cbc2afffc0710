// Everything a person can do. If it is not in this list, it does not exist.

import * as conflict from './acts/conflict.ts';
import * as open from './agency/mutations/open.ts';
import * as policy from './agency/mutations/policy.ts';
import * as payEntry from './allowance/mutations/pay-entry.ts';
import * as payee from './allowance/mutations/payee.ts';
import * as payroll from './allowance/mutations/payroll.ts';
import * as explanation from './attendance/mutations/explanation.ts';
import * as document from './documents/mutations/document.ts';
import * as achievement from './evaluation/mutations/achievement.ts';
import * as evaluation from './evaluation/mutations/evaluation.ts';
import * as feedback from './evaluation/mutations/feedback.ts';
import * as realisation from './evaluation/mutations/realisation.ts';
import * as helper from './helping/mutations/helper.ts';
import * as typed from './helping/mutations/typed.ts';
import * as leave from './leave/mutations/leave.ts';
import * as leaveEntry from './leave/mutations/leave-entry.ts';
import * as assignment from './people/mutations/assignment.ts';
import * as delegation from './people/mutations/delegation.ts';
import * as officeRole from './people/mutations/office-role.ts';
import * as personnel from './people/mutations/personnel.ts';
import * as action from './plan/mutations/action.ts';
import * as annex from './plan/mutations/annex.ts';
import * as expectation from './plan/mutations/expectation.ts';
import * as indicator from './plan/mutations/indicator.ts';
import * as result from './plan/mutations/result.ts';
import * as role from './plan/mutations/role.ts';
import * as skp from './plan/mutations/skp.ts';
import * as template from './plan/mutations/template.ts';
import type { ArgsOf, Mutations } from './sync/mutation.ts';
import * as extension from './time-rules/mutations/extension.ts';
import * as holiday from './time-rules/mutations/holiday.ts';
import * as outage from './time-rules/mutations/outage.ts';
import * as shift from './time-rules/mutations/shift.ts';
import * as workHours from './time-rules/mutations/work-hours.ts';
import * as delivery from './unsent-files/mutations/delivery.ts';
import * as activity from './work/mutations/activity.ts';
import * as evidence from './work/mutations/evidence.ts';
import * as reopening from './work/mutations/reopening.ts';

export const mutations = {
  // The employee plans the year ...
  'skp.create': skp.create,
  'result.add': result.add,
  'result.edit': result.edit,
  'result.delete': result.erase,
  'indicator.add': indicator.add,
  'indicator.edit': indicator.edit,
  'indicator.delete': indicator.erase,
  'expectation.set': expectation.set,
  'annex.add': annex.add,
  'annex.delete': annex.erase,
  'skp.submit': skp.submit,
  'skp.recall': skp.recall,
  'skp.revise': skp.revise,
  'skp.discard': skp.discard,
  'action.add': action.add,
  'action.delete': action.erase,
  // ... logs the day's work ...
  'activity.log': activity.log,
  'activity.edit': activity.edit,
  'activity.delete': activity.erase,
  'evidence.attach': evidence.attach,
  'evidence.detach': evidence.detach,
  'activity.submit': activity.submit,
  'reopening.ask': reopening.ask,
  'reopening.withdraw': reopening.withdraw,
  // ... or lets somebody type for them, and confirms what they typed ...
  'helper.name': helper.nameHelper,
  'helper.end': helper.endHelp,
  'helper.tell': helper.tellResults,
  'typed.add': typed.add,
  'typed.edit': typed.edit,
  'typed.delete': typed.erase,
  'typed.confirm': typed.confirm,
  'typed.take': typed.take,
  'typed.decline': typed.decline,
  'leave.request': leave.request,
  'leave.withdraw': leave.withdraw,
  'explanation.give': explanation.give,
  'explanation.withdraw': explanation.withdraw,
  // ... tells what a period realised, and may object to how it was rated ...
  'realisation.correct': realisation.correct,
  'realisation.reset': realisation.reset,
  'evaluation.assess': evaluation.assess,
  'evaluation.receive': evaluation.receive,
  'evaluation.object': evaluation.object,
  'document.issue': document.issue,
  // ... and settles what two devices wanted differently.
  'conflict.settle': conflict.settle,

  // The supervisor decides.
  'skp.approve': skp.approve,
  'skp.return': skp.giveBack,
  'activity.approve': activity.approve,
  'activity.return': activity.giveBack,
  'activity.reopen': activity.reopen,
  'reopening.decline': reopening.decline,
  'leave.consider': leave.consider,
  'leave.decide': leave.decide,
  'leave.give-back': leave.giveBackDays,
  'leave.approve': leave.approve,
  'leave.return': leave.giveBack,
  'explanation.agree': explanation.agree,
  'explanation.return': explanation.giveBack,
  'shift.plan': shift.plan,
  'role.assign': role.assign,
  'role.delete': role.erase,
  'feedback.give': feedback.give,
  'feedback.withdraw': feedback.withdraw,
  'achievement.set': achievement.set,
  'evaluation.begin': evaluation.begin,
  'evaluation.return': evaluation.giveBack,
  'evaluation.rate': evaluation.rate,
  'evaluation.finalise': evaluation.finalise,
  'evaluation.decide': evaluation.decide,
  'evaluation.follow-up': evaluation.followUp,

  // Administrators keep the agency.
  'agency.open': open.openAgency,
  'personnel.take': personnel.takePersonnel,
  'assignment.move': assignment.move,
  'delegation.add': delegation.delegate,
  'delegation.end': delegation.endDelegation,
  'office-role.give': officeRole.giveRole,
  'office-role.take': officeRole.takeRole,
  'policy.adopt': policy.adopt,
  'holiday.set': holiday.setHolidays,
  'work-hours.assign': workHours.assign,
  'work-hours.end': workHours.end,
  'extension.open': extension.open,
  'extension.end': extension.end,
  'outage.declare': outage.declare,
  'outage.end': outage.end,
  'leave.record': leave.record,
  'leave-entry.add': leaveEntry.add,
  'leave-entry.withdraw': leaveEntry.withdraw,
  'template.save': template.saveTemplate,
  'delivery.note': delivery.note,

  // The server itself enters what it knows of its own outages.
  'maintenance.begin': outage.beginMaintenance,
  'maintenance.end': outage.endMaintenance,
  'outage.find': outage.find,

  // The treasurer draws up the allowances, the superior checks, the head approves.
  'attendance.record': payroll.recordAttendance,
  'explanation.accept': explanation.accept,
  'explanation.refuse': explanation.decline,
  'payroll.draw': payroll.draw,
  'payroll.check': payroll.check,
  'payroll.approve': payroll.approve,
  'payroll.return': payroll.giveBack,
  'allowance.adjust': payroll.adjust,
  'pay-entry.add': payEntry.add,
  'pay-entry.end': payEntry.end,
  'payee.tell': payee.tell,
} satisfies Mutations;

export type MutationName = keyof typeof mutations;
export type MutationArgs<Name extends MutationName> = ArgsOf<(typeof mutations)[Name]>;

/** A mutation and its arguments, as a screen dispatches it. `redoes`: the refused act that it does again. */
export type Call = {
  [Name in MutationName]: { name: Name; args: MutationArgs<Name>; redoes?: string };
}[MutationName];
