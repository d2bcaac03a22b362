import { hex, mix } from '../frame/hash';

import { flags } from './campaigns/record';
import type { PromoPagesOptions } from './options';

/** An entry of GET /permissions/user (3.4). */
export interface PublisherPermission {
	publisher: { id: string; name: string; logoUrl?: string; isDeleted?: true };
	canRead: boolean;
	canWrite: boolean;
}

/** A cabinet with what its answers are made from. */
export interface Publisher {
	readonly index: number;
	readonly id: string;
	readonly isDeleted: boolean;
	/** Whether the token sees into it, as `canRead` says. */
	readonly isReadable: boolean;
	/** In roubles, an assumption of the sheet (section "Unknown"); undefined for a cabinet without a wallet. */
	readonly balance?: number;
	readonly permission: PublisherPermission;
}

interface Role {
	readonly write: boolean;
	readonly isDeleted?: true;
	readonly isHidden?: true;
	readonly hasNoLogo?: true;
	readonly hasNoBalance?: true;
}

/** What the cabinets are, in their order; those beyond the list are like the second one. */
const ROLES: readonly Role[] = [
	{ write: true },
	{ write: false, hasNoLogo: true },
	{ write: true },
	{ write: true, isDeleted: true },
	// In the list, and closed to the token all the same.
	{ write: false, isHidden: true },
	{ write: false, hasNoBalance: true },
];

/** The `publisherId` of the documented example. */
export const DOCUMENTED_PUBLISHER = '5d6015092f1e4409e4e3ee84';

const NAMES = ['Мебель, диваны', 'ООО "Ромашка"', 'Новый кабинет', 'Архив 2021', 'Чужой бренд', 'Pets & Co'];
const BALANCES = [152_340.55, 0, 10_000, 12.3, 77, 5, -320.4];

export function createPublishers(options: PromoPagesOptions): Publisher[] {
	return Array.from({ length: options.publishers }, (_, index) => {
		const role = ROLES[index] ?? ROLES[1]!;
		const id = index === 0 ? DOCUMENTED_PUBLISHER : publisherId(options.seed, index);
		const isDeleted = role.isDeleted === true;
		const isReadable = role.isHidden !== true;
		const balance = role.hasNoBalance === true ? {} : { balance: BALANCES[index % BALANCES.length]! };
		return {
			index,
			id,
			isDeleted,
			isReadable,
			...balance,
			permission: {
				publisher: {
					id,
					name: NAMES[index] ?? `Кабинет ${index + 1}`,
					...(role.hasNoLogo ? {} : { logoUrl: `https://avatars.example/get-publisher/${id}/orig` }),
					...flags({ isDeleted }),
				},
				canRead: isReadable,
				canWrite: role.write,
			},
		};
	});
}

/** Ids are 24 lower-case hexadecimal digits (section 1). */
export function publisherId(seed: number, index: number): string {
	return `5d6${hex(21, mix(mix(seed, 0x9b), index))}`;
}
