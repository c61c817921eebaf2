import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { MissingPage } from "@/app/missing-page";
import { VehiclePage } from "@/components/overview/vehicle-page";
import { answerNotFound } from "@/lib/http/answer-not-found";
import type { SearchParams } from "@/lib/http/search-params";
import { openVehicle } from "@/lib/overview/open-vehicle";
import { vehicleView } from "@/lib/overview/vehicle-view";
import { requireReader } from "@/lib/sign-in/session/current-session";
import { CustomerShell } from "../../../customer-shell";

type Props = PageProps<"/overview/vehicles/[plate]">;

/** One reading for the title and the page. */
const openOnce = cache(async (plate: string, params: string) => {
  const session = await requireReader();
  return { session, vehicle: await openVehicle(session, decoded(plate), JSON.parse(params) as SearchParams) };
});

const open = async ({ params, searchParams }: Props) =>
  openOnce((await params).plate, JSON.stringify(await searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { vehicle } = await open(props);
  return { title: vehicle?.plate ?? (await getTranslations("notFound"))("pageTitle") };
}

export default async function Page(props: Props) {
  const { session, vehicle } = await open(props);
  if (!vehicle) {
    answerNotFound();
    return <MissingPage />;
  }
  return (
    <CustomerShell session={session} section="overview" scope={vehicle.query.scope}>
      <VehiclePage vehicle={vehicleView(vehicle)} />
    </CustomerShell>
  );
}

/** The plate of the URL; a part that is not encoded text stays as it is, and is no plate. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
