import { json, type Answer } from '../frame/answer';
import { dayOf } from '../frame/calendar';
import type { SandboxRequest } from '../frame/request';
import { AnsweredRefusal, RoutedPlatform, type Call, type JsonObject, type Route } from '../frame/routes';
import { campaignsOf, statisticsOf, type Campaign, type ExampleAdsOptions } from './account';

const PAGE_FAULTS = ['repeat-page', 'empty-page'] as const;

/** The API of sheet 2, as strict as it is told there, and with the refusals of sheet 3. */
export class ExampleAdsPlatform extends RoutedPlatform {
	readonly name = 'exampleAds';
	readonly prefix = '/exampleads';
	protected readonly routes: readonly Route[];
	readonly campaigns: readonly Campaign[];

	constructor(private readonly options: ExampleAdsOptions) {
		super();
		this.campaigns = campaignsOf(options);
		this.routes = [
			{ method: 'GET', path: /^\/me$/, answer: () => json(200, { id: 7, name: 'Example' }) },
			{
				method: 'GET',
				path: /^\/campaigns$/,
				query: ['offset', 'limit', 'status'],
				faults: PAGE_FAULTS,
				answer: (call) => this.list(call),
			},
			{ method: 'GET', path: /^\/campaigns\/[^/]+$/, answer: ({ path }) => this.one(path) },
			{
				method: 'GET',
				path: /^\/statistics$/,
				query: ['date_from', 'date_to', 'campaigns', 'offset', 'limit'],
				faults: PAGE_FAULTS,
				answer: (call) => this.statistics(call),
			},
		];
	}

	/** Nothing is kept from one request to the next. */
	reset(): void {}

	protected admit({ query: known = [] }: Route, { headers, query }: SandboxRequest): JsonObject {
		if (headers.authorization !== `Bearer ${this.options.token}`)
			throw this.refusal(401, 'this token is not known');
		for (const name of query.keys())
			if (!known.includes(name) || query.getAll(name).length > 1)
				throw this.refusal(400, `wrong parameter ${name}`);
		return {};
	}

	protected refusal(status: number, message: string): AnsweredRefusal {
		return new AnsweredRefusal(json(status, this.errorBody(status, message)), message);
	}

	protected errorBody(_status: number, message: string): object {
		return { error: { message } };
	}

	private list(call: Call): Answer {
		const status = call.query.get('status');
		const wanted = this.campaigns.filter((campaign) => status === null || campaign.status === status);
		return json(200, { items: this.page(wanted, 100, call).rows, total: wanted.length });
	}

	private one(path: string): Answer {
		const found = this.campaigns.find(({ id }) => path === `/campaigns/${id}`);
		if (found === undefined) throw this.refusal(404, 'no such campaign');
		return json(200, found);
	}

	private statistics(call: Call): Answer {
		const day = (name: string) => dayOf(call.query.get(name) ?? '') ?? NaN;
		const [from, to] = [day('date_from'), day('date_to')];
		if (!(from <= to && to - from < 31)) throw this.refusal(400, 'a period has 1 to 31 days');
		const ids = call.query.get('campaigns')?.split(',').map(Number);
		if (ids !== undefined && ids.length > 20) throw this.refusal(400, 'campaigns has more than 20 ids');
		const wanted = this.campaigns.filter(({ id }) => ids?.includes(id) ?? true);
		if (ids !== undefined && wanted.length !== ids.length) throw this.refusal(400, 'no such campaign');
		return json(200, this.page([...statisticsOf(wanted, from, to)], 500, call));
	}

	/** The rows that a request with `offset` and `limit` gets. */
	private page<Row>(
		all: readonly Row[],
		most: number,
		{ query, fault }: Call,
	): { rows: Row[]; more: boolean } {
		const number = (name: string) => (/^\d+$/.test(query.get(name) ?? '') ? Number(query.get(name)) : NaN);
		const [asked, limit] = [number('offset'), number('limit')];
		if (!(asked >= 0 && limit >= 1 && limit <= most))
			throw this.refusal(400, `offset is missing, or limit is not 1 to ${most}`);
		if (fault?.kind === 'empty-page') return { rows: [], more: true };
		const offset = fault?.kind === 'repeat-page' ? Math.max(0, asked - limit) : asked;
		return { rows: all.slice(offset, offset + limit), more: offset + limit < all.length };
	}
}
