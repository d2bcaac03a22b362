import type { Operation } from '../model';

const DAYS = { dateFrom: '2026-02-25', dateTo: '2026-02-28' };
const REPORT = {
	resource: 'report',
	objectType: 'campaigns',
	objectScope: 'all',
	returnAll: true,
	simplify: false,
	dateRange: 'custom',
	...DAYS,
};
const SUBJECT = { objectType: 'campaigns' } as const;
/** An object that is gone has no statistics any more: its id is refused as one that does not exist. */
const VANISHED = 'count that shrinks meanwhile';

const inTurn = { idsPerRequest: 50, maxConcurrency: 1 };

export const myTargetReports: readonly Operation[] = [
	{
		name: 'report.getDaily',
		slices: true,
		except: [VANISHED],
		parameters: () => ({ ...REPORT, operation: 'getDaily', options: { ...inTurn, daysPerRequest: 2 } }),
		truth: ({ myTarget }) => myTarget.statistics({ ...SUBJECT, ...DAYS }),
	},
	{
		name: 'report.getDaily, 2 at a time',
		concurrent: true,
		// Which of the requests has the short time-out is not known before.
		except: ['time', VANISHED],
		slices: true,
		parameters: () => ({ ...REPORT, operation: 'getDaily', options: { idsPerRequest: 50 } }),
		truth: ({ myTarget }) => myTarget.statistics({ ...SUBJECT, ...DAYS }),
	},
	{
		name: 'report.getSummary',
		slices: true,
		except: [VANISHED],
		parameters: () => ({ ...REPORT, operation: 'getSummary', options: inTurn }),
		truth: ({ myTarget }) => myTarget.summary(SUBJECT),
	},
	{
		name: 'report.getPeriod',
		lacks: /^No answer for \d+ objects: /,
		slices: true,
		except: [VANISHED],
		parameters: () => ({ ...REPORT, operation: 'getPeriod', options: { ...inTurn, pageSize: 20 } }),
		truth: ({ myTarget }) =>
			myTarget.period({ ...SUBJECT, ...DAYS }).map((row) => ({ ...row, user_id: myTarget.userId })),
	},
	{
		name: 'report.getFast',
		slices: true,
		except: [VANISHED],
		parameters: () => ({ ...REPORT, operation: 'getFast', options: inTurn }),
		truth: ({ myTarget }) => myTarget.fast(SUBJECT),
	},
	{
		name: 'report.getGoals',
		slices: true,
		except: [VANISHED],
		parameters: () => ({ ...REPORT, operation: 'getGoals', options: inTurn }),
		truth: ({ myTarget }) => myTarget.goals({ ...SUBJECT, ...DAYS }),
	},
	{
		name: 'report.planSlices',
		parameters: () => ({ ...REPORT, operation: 'planSlices', options: { idsPerRequest: 50 } }),
		truth: ({ myTarget }) => {
			const ids = myTarget.campaigns.map(({ id }) => String(id));
			const batches = [ids.slice(0, 50), ids.slice(50, 100), ids.slice(100)];
			return batches.map((objectIds, index) => ({
				resource: 'report',
				operation: 'getDaily',
				objectType: 'campaigns',
				objectScope: 'selected',
				objectIds,
				...DAYS,
				index,
				count: batches.length,
			}));
		},
	},
];
