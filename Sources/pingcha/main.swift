print("pingcha")
