import { cutIds } from '../../../connector/slices';
import { asNumber } from '../../shared/parameters/simplify';
import { amountField } from '../../shared/trigger/amount';
import type { TriggerEvent } from '../../shared/trigger/event';
import type { YandexPromoPagesApi } from '../api';
import { named } from '../balance/getAll';
import { PUBLISHERS_PER_REQUEST } from '../limits';
import { publishers, publishersOf } from '../publishers';

const minimum = amountField({
	displayName: 'Minimum Balance',
	name: 'minimumBalance',
	default: 1000,
	description: 'The workflow starts when a balance falls below it, and again only after it was higher',
});

export const balanceBelow: TriggerEvent<YandexPromoPagesApi> = {
	name: 'Balance Below',
	value: 'balanceBelow',
	description: 'When the balance of a publisher (cabinet) falls below a sum',
	fields: [minimum.field, ...publishers.fields],
	none: 'No balance is below Minimum Balance at the moment. Raise it for the test to see what an item looks like.',
	watch(parameters) {
		const least = minimum.read(parameters);
		const { ids } = publishers.read(parameters);
		return {
			async *look(look) {
				const names = await publishersOf(look, ids, true);
				for (const batch of cutIds([...names.keys()], PUBLISHERS_PER_REQUEST))
					yield (await look.api.balances(batch)).map((balance) => {
						const row = named(balance, names);
						return { ...row, balance: asNumber(row.balance ?? null) };
					});
				look.reachedEnd(true);
			},
			idOf: ({ publisherId }) => publisherId,
			stateOf: ({ balance }) => (typeof balance === 'number' ? { isBelow: balance < least } : undefined),
			matters: ({ isBelow }) => isBelow === true,
		};
	},
};
