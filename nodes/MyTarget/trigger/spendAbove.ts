import { isRow, type Page, type Row } from '../../../connector/rows';
import { cutIds } from '../../../connector/slices';
import { today } from '../../shared/parameters/calendar-day';
import { asNumber } from '../../shared/parameters/simplify';
import { amountField } from '../../shared/trigger/amount';
import type { Look, TriggerEvent } from '../../shared/trigger/event';
import type { MyTargetApi } from '../api';
import { IDS_PER_REQUEST } from '../limits';
import { everyId, type AskedObjects } from '../report/listed-objects';
import { ObjectNames } from '../report/object-names';
import { objectScopeFields, readObjectScope, typeOf } from '../report/object-scope';
import { dailyObject } from '../schemas';

const limit = amountField({
	displayName: 'Daily Spend',
	name: 'dailySpend',
	default: 1000,
	description:
		'The workflow starts when what an object has spent today gets above it: once for each object and day, in the currency of the account and as statistics count it (VK Ads: without VAT)',
});

export const spendAbove: TriggerEvent<MyTargetApi> = {
	name: 'Spend Above',
	value: 'spendAbove',
	description: 'When a campaign, an ad group, a banner or the account has spent more than a sum today',
	fields: [limit.field, ...objectScopeFields],
	none: 'None of the objects has spent more than Daily Spend today. Lower it for the test to see what an item looks like.',
	watch(parameters) {
		const most = limit.read(parameters);
		const objects = readObjectScope(parameters);
		return {
			look: (look) => spentToday(look, { objects, names: new ObjectNames() }),
			idOf: ({ id }) => id,
			// The day itself, so that the next one begins anew.
			stateOf: ({ date, spent }) => (typeof spent === 'number' && spent > most ? { date } : undefined),
			tellsNew: true,
		};
	},
};

/** One row per object with what it has spent today, zeros included (sheet 3.19). */
async function* spentToday(look: Look<MyTargetApi>, asked: AskedObjects): AsyncGenerator<Page> {
	const { api, signal, mark } = look;
	const type = typeOf(asked.objects, api);
	const date = today(look.clock, look.timezone);
	const ids = await everyId(look, asked);
	// Another day began while the objects were gone through.
	const done = mark?.date === date ? Number(mark.done) : 0;
	let place = done;
	for (const batch of cutIds(ids.slice(done), IDS_PER_REQUEST.maximum)) {
		const query = [
			['id', batch.join(',')],
			['date_from', date],
			['date_to', date],
			['metrics', 'base'],
		] as const;
		const { items } = await api.daily(type, query, { signal, canSplit: () => false });
		await asked.names?.learn(api, type, items);
		place += batch.length;
		look.leave({ date, done: place });
		yield items.flatMap((item) => rowsOf(item, (id) => asked.names?.of(id, type, api) ?? {}, date));
	}
	look.leave(undefined);
	look.reachedEnd(done === 0);
}

/** One object in an unknown form spoils no other. */
function rowsOf(item: unknown, namesOf: (id: unknown) => Row, today: string): Row[] {
	const { data } = dailyObject.safeParse(item);
	return (data?.rows ?? [])
		.filter(({ date }) => date === today)
		.map(({ date, base }) => ({
			id: data?.id,
			...namesOf(data?.id),
			date,
			...(isRow(base) ? numbers(base) : {}),
		}));
}

const SHOWN = ['spent', 'shows', 'clicks', 'goals', 'cpm', 'cpc', 'cpa'] as const;

function numbers(base: Row): Row {
	return Object.fromEntries(SHOWN.map((name) => [name, asNumber(base[name] ?? null)]));
}
