import { finding, type Rule } from './rule'

/** Without users or without a rate nothing happens, which is allowed and rarely meant. */
export const someoneSendsRequests: Rule = function* (context) {
  const { workload } = context.facts
  if (workload === undefined) return
  const { avg_active_users: users, avg_request_per_minute_per_user: rate } = workload.spec
  const nobody = users.mean <= 0 && (users.distribution === 'poisson' || (users.variance ?? 0) === 0)
  if (rate.mean <= 0)
    yield finding(context, {
      code: 'no-requests',
      severity: 'warning',
      path: ['rqs_input', 'avg_request_per_minute_per_user', 'mean'],
      message: `Each user sends ${rate.mean} requests per minute: no request is ever generated.`,
      hint: 'Write a rate above 0.',
    })
  if (nobody)
    yield finding(context, {
      code: 'no-requests',
      severity: 'warning',
      path: ['rqs_input', 'avg_active_users', 'mean'],
      message: 'There are never any active users: no request is ever generated.',
      hint: 'Write a mean above 0.',
    })
  else if (users.mean < 0)
    yield finding(context, {
      code: 'negative-users',
      severity: 'warning',
      path: ['rqs_input', 'avg_active_users', 'mean'],
      message: `The mean number of users is ${users.mean}; draws below 0 count as 0, so there are few users, now and then.`,
      hint: 'Write a mean above 0.',
    })
}
