import type { Operation } from '../../faults/model';
import type { Sandbox } from '../../sandbox';

const DAYS_LEFT = 200;

const SEND = { resource: 'request', operation: 'send', returnAll: true };

/** Any answer but an error is taken for what the user wanted to see. */
const ANY_ANSWER = ['unknown envelope', 'odd record: nothing in its place'];

const RAW_QUESTION = {
	Fields: ['InteractionTime', 'InteractionPlacementId'],
	InteractionFilter: {
		DateFrom: '2026-02-01',
		DateTo: '2026-02-03',
		InteractionType: ['Click', 'Impression'],
	},
};

async function tokenDetails({ targetAds: { token, projectId, baseUrl } }: Sandbox) {
	const url = `${baseUrl}/v1/meta/token_validate?project_id=${projectId}`;
	const answer = await fetch(url, {
		headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
	});
	return (await answer.json()) as { expires_at: string };
}

export const lists: readonly Operation[] = [
	{
		name: 'campaign.getAll',
		parameters: () => ({ resource: 'campaign', operation: 'getAll', returnAll: true }),
		truth: ({ targetAds: { placements } }) => placements,
	},
	{
		name: 'targetEvent.getAll',
		parameters: () => ({ resource: 'targetEvent', operation: 'getAll', returnAll: true }),
		truth: ({ targetAds: { targetEvents } }) => targetEvents,
	},
	{
		name: 'request.send, a list',
		parameters: () => ({ ...SEND, method: 'GET', path: '/v1/meta/campaigns', query: '{"active":"false"}' }),
		truth: ({ targetAds: { placements } }) => placements,
		except: ANY_ANSWER,
	},
	{
		name: 'request.send, a report',
		parameters: () => ({
			...{ ...SEND, method: 'POST', path: '/v1/reports/raw_reports' },
			body: JSON.stringify({ ...RAW_QUESTION, ResponseType: 'JSON', Limit: 40 }),
		}),
		truth: ({ targetAds }) =>
			targetAds.rawRows({
				fields: RAW_QUESTION.Fields,
				interactionTypes: RAW_QUESTION.InteractionFilter.InteractionType,
				...{ dateFrom: '2026-02-01', dateTo: '2026-02-03' },
			}),
	},
	{
		name: 'project.validateToken',
		parameters: () => ({ resource: 'project', operation: 'validateToken' }),
		truth: async (sandbox) => [
			{
				valid: true,
				projectId: sandbox.targetAds.projectId,
				isAdmin: false,
				campaignAccess: sandbox.targetAds.accessibleIds,
				expiresAt: (await tokenDetails(sandbox)).expires_at,
				daysUntilExpiry: DAYS_LEFT,
				expiresSoon: false,
			},
		],
		// It answers { valid: false } for a rejected token, which is what it is there for.
		except: ['401'],
	},
	{
		name: 'project.checkAccess',
		parameters: () => ({ resource: 'project', operation: 'checkAccess' }),
		truth: ({ targetAds: { placements, targetEvents } }) => [
			{
				valid: true,
				daysUntilExpiry: DAYS_LEFT,
				expiresSoon: false,
				campaigns: placements.length,
				targetEvents: targetEvents.length,
			},
		],
		// An end that is no date has no days until it, which is null there.
		except: ['401', 'odd record: another text as a value'],
	},
	{
		name: 'project.getReferenceData',
		parameters: () => ({ resource: 'project', operation: 'getReferenceData' }),
		truth: ({ targetAds: { placements, targetEvents } }) => [
			{
				campaigns: Object.fromEntries(
					placements.map(({ placement_id, placement_name, source_name, marketing_name }) => [
						placement_id,
						{ name: placement_name, source: source_name, marketingCampaign: marketing_name },
					]),
				),
				targetEvents: targetEvents.map(({ event_type, event_category, event_name, description }) => ({
					type: event_type,
					category: event_category,
					name: event_name,
					description,
				})),
			},
		],
	},
];
