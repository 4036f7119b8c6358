/** The ids in the address, which owns what is compared; their order gives the bids their letters. */
export const comparedIn = (address: string): readonly string[] => [...new Set(address.split(',').filter((id) => id !== ''))];
