# Projects of the simulated data: every name, client and issue is invented.
demo-project-1-1 = { $place }: collaborative innovation platform
demo-project-1-2 = { $place }: technology transfer centre
demo-project-2-1 = { $place }: provincial engineering research centre
demo-project-2-2 = { $place }: collaborative innovation institute
demo-project-2-3 = { $place }: national R&D platform in preparation
demo-project-3-1 = { $place }: business incubator
demo-project-3-2 = { $place }: makerspace
demo-project-3-3 = { $place }: public service platform for small firms
demo-project-3-4 = { $place }: innovation demonstration base
demo-project-4-1 = { $place }: rapid trunk road link
demo-project-4-2 = { $place }: denser urban road network
demo-project-5-1 = { $place }: underground utility tunnel
demo-project-6-1 = { $place }: sponge-city works
demo-project-6-2 = { $place }: storm-water pumping and storage
demo-project-7-1 = { $place }: public parking building
demo-project-7-2 = { $place }: underground car park
demo-project-8-1 = { $place }: centralised charging station
demo-project-8-2 = { $place }: distributed charging posts
demo-project-9-1 = { $place }: sewage works upgraded and enlarged
demo-project-9-2 = { $place }: power from waste incineration
demo-project-9-3 = { $place }: sewer network of designated towns
demo-project-10-1 = { $place }: standard factory buildings, phase 2
demo-project-10-2 = { $place }: enlarged sewage treatment of the park
demo-project-11-1 = { $place }: premium tourist route
demo-project-11-2 = { $place }: visitor service centre
demo-project-11-3 = { $place }: theme park
demo-project-12-1 = { $place }: characteristic small town
demo-project-12-2 = { $place }: pilot town for new urbanisation
demo-project-13-1 = { $place }: model villages
demo-project-13-2 = { $place }: protection of traditional villages
demo-project-13-3 = { $place }: beautiful townships
demo-project-14-1 = { $place }: cleaning of polluted urban water
demo-project-14-2 = { $place }: wetland protection and restoration
demo-project-15-1 = { $place }: ultra-low emissions of coal power
demo-project-15-2 = { $place }: treatment of industrial exhaust
demo-project-16-1 = { $place }: treatment of polluted farmland
demo-project-17-1 = { $place }: control of soil erosion
demo-project-17-2 = { $place }: works at geological-hazard sites
demo-project-17-3 = { $place }: relocation from geological hazards
demo-project-18-1 = { $place }: energy management centre
demo-project-18-2 = { $place }: energy efficiency of buildings
demo-project-19-1 = { $place }: customs service point
demo-project-20-1 = { $place }: specialised foreign-trade base
demo-project-20-2 = { $place }: foreign-trade service centre
demo-project-21-1 = { $place }: demonstration logistics park
demo-project-21-2 = { $place }: cold chain and produce market
demo-project-22-1 = { $place }: incomes from local industries
demo-project-22-2 = { $place }: infrastructure of poor villages
demo-project-23-1 = { $place }: resettlement from mining areas
demo-project-23-2 = { $place }: infrastructure of old industrial areas
demo-project-24-1 = { $place }: renewal of shanty towns
demo-project-24-2 = { $place }: roads serving affordable housing
demo-project-24-3 = { $place }: water and drainage for affordable housing
demo-project-24-4 = { $place }: gas pipes for affordable housing
demo-project-25-1 = { $place }: upgraded rural grid
demo-project-25-2 = { $place }: safe rural drinking water
demo-project-25-3 = { $place }: wider village roads
demo-project-26-1 = { $place }: public kindergarten
demo-project-26-2 = { $place }: vocational training base
demo-project-27-1 = { $place }: renovation of township clinics
demo-project-27-2 = { $place }: extension of the People's Hospital
demo-project-28-1 = { $place }: grass-roots employment service platform
demo-project-29-1 = { $place }: disaster-reduction communities
demo-project-29-2 = { $place }: emergency shelter
demo-project-30-1 = { $place }: culture and sports centre
demo-project-31-1 = { $place }: elderly-care centre
demo-project-31-2 = { $place }: day-care centre for the elderly

demo-project-client-1 = { $place } urban investment company (simulated)
demo-project-client-2 = { $place } transport construction company (simulated)
demo-project-client-3 = { $place } industry development company (simulated)
demo-project-client-4 = { $place } project office (simulated)

demo-project-content-1 = { $name }: main works and ancillary facilities (simulated)
demo-project-content-2 = { $name }: site, pipes and equipment (simulated)
demo-project-content-3 = { $name }, in two phases (simulated)

demo-project-step-1 = Start of works
demo-project-step-2 = Main works half done
demo-project-step-3 = Acceptance

demo-project-keeper-1 = Division's development and reform office (simulated)
demo-project-keeper-2 = Investment section of the municipal commission (simulated)
demo-project-keeper-3 = Municipal key-projects meeting (simulated)

demo-project-issue-1 = Change of land use not approved
demo-project-issue-2 = Matching funds not available
demo-project-issue-3 = Site not settled
demo-project-issue-4 = Environmental assessment incomplete
demo-project-issue-5 = Land acquisition and demolition unfinished
demo-project-issue-6 = Feasibility study not approved

demo-project-document = Simulated No. { $number } (2018)
demo-project-reason-slipped = Plan rolled forward: finish put off by { $months ->
    [one] { $months } month
   *[other] { $months } months
 }
demo-project-reason-carried = Investment not done in { $year } carried over
